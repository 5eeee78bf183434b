'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { ApiProblem, errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { TextAreaField } from '@/components/ui/text-field';
import { useDraft } from '@/components/updates/draft-store';
import type { ReportView } from '@/lib/reports/queries/views';
import { answerReporter } from './reports-api';

/** Writes to one reporter. The text stays on this device until it was sent. */
export function ReplyBox({ report }: { report: ReportView }) {
  const client = useQueryClient();
  const [text, setText] = useDraft(`reply:${report.id}`);
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const key = useRef(crypto.randomUUID());

  const send = async (): Promise<void> => {
    if (pending) return;
    if (!text.trim()) return setErrors([{ field: 'reply', message: 'Write something first.' }]);
    setPending(true);
    setErrors([]);
    try {
      await answerReporter(report.ref, text.trim(), key.current);
      key.current = crypto.randomUUID();
      setText('');
      await client.invalidateQueries({ queryKey: ['report'] });
    } catch (error) {
      if (!(error instanceof ApiProblem && error.problem.status === 0)) key.current = crypto.randomUUID();
      setErrors(errorsOf(error).summary.map(({ message }) => ({ field: 'reply', message })));
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void send();
  };
  const to = report.name ?? 'the reporter';
  return (
    <form onSubmit={onSubmit} className="stack" noValidate>
      {errors.length > 0 ? (
        <ErrorSummary errors={errors} title="It was not sent. What you wrote is still here." />
      ) : null}
      <TextAreaField
        id="reply"
        name="reply"
        label={`Write to ${to}`}
        hint={report.email ? 'On their private page, and by mail.' : 'On their private page only.'}
        rows={3}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" variant="primary" icon="send" pending={pending}>
        Send to {to}
      </Button>
    </form>
  );
}
