'use client';

import type { FormEvent, KeyboardEvent } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { TextAreaField } from '@/components/ui/text-field';
import type { ReportView } from '@/lib/reports/queries/views';

/** Writes to one reporter. The text stays on this device until it was sent. */
export function ReplyBox({ report }: { report: ReportView }) {
  const draft = useDraft(`reply:${report.id}`, { text: '' });
  const { text } = draft.values;
  const act = useAct({
    touches: ['report'],
    form: 'shown',
    draft,
    call: (words: string, { key }) =>
      api('POST /reports/:ref/answers', { ref: report.ref, text: words, clientKey: key }, { key }),
    missing: (words) => (words ? [] : [{ field: 'text', message: 'Write something first.' }]),
  });
  const send = () => act.run(text.trim());
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void send();
  };
  const to = report.reporterName ?? 'the reporter';
  return (
    <Form onSubmit={onSubmit} className="stack" errors={act.errors} errorTitle={act.undone('sent')}>
      <TextAreaField
        {...act.field('text')}
        label={`Write to ${to}`}
        hint={report.reporterEmail ? 'On their private page, and by mail.' : 'On their private page only.'}
        rows={3}
        maxLength={10_000}
        value={text}
        onChange={(event) => draft.set({ text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" variant="primary" icon="send" pending={act.pending}>
        Send to {to}
      </Button>
    </Form>
  );
}
