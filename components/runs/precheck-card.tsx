'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { type Draft, useDraft } from '@/components/api/use-draft';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { onSubmit } from '@/components/ui/on-submit';
import { Outcome } from '@/components/ui/outcome';
import { TextAreaField } from '@/components/ui/text-field';
import { UnsentText } from '@/components/ui/unsent-text';
import type { RunView } from '@/lib/runs/queries/views';
import { formOnRun } from './act-on-run';
import { useRun } from './run-context';

const badges = {
  PENDING: { kind: 'running', word: 'Looking' },
  OK: { kind: 'ok', word: 'OK' },
  FAULT: { kind: 'bad', word: 'Fault' },
  UNCLEAR: { kind: 'unclear', word: 'Unclear' },
} as const;

/** Whether everything is there that the run needs; a red line asks for a reason to begin. */
export function PrecheckCard() {
  const run = useRun();
  const draft = useDraft(`begin:${run.id}`, { reason: '' });
  if (run.precheck.length === 0 && run.state !== 'PRECHECK') return null;
  return (
    <Card as="section" aria-labelledby="run-precheck">
      <CardHeader id="run-precheck" level={3} title="Before it begins" />
      <div className="grid gap-3 px-5 pt-4 pb-4.5 max-md:px-4">
        {run.precheck.length === 0 ? <p>The plan looks at nothing beforehand.</p> : <Lines run={run} />}
        {run.acts.includes('begin') ? (
          <BeginForm run={run} draft={draft} />
        ) : (
          <UnsentText label="What you wrote" text={draft.values.reason} onForget={draft.clear} />
        )}
      </div>
    </Card>
  );
}

function Lines({ run }: { run: RunView }) {
  return (
    <ul className="run-lines-list" aria-label="Prechecks">
      {run.precheck.map(({ id, name, state, sentence }) => (
        <li key={id}>
          <Outcome kind={badges[state].kind}>{badges[state].word}</Outcome>
          <span>
            <b>{name}</b>
            {sentence ? <span className="muted"> {sentence}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function BeginForm({ run, draft }: { run: RunView; draft: Draft<{ reason: string }> }) {
  const { reason } = draft.values;
  const red = run.precheck.some(({ state }) => state !== 'OK');
  const open = run.precheck.some(({ state }) => state === 'PENDING');
  const act = useAct({
    ...formOnRun(run),
    draft,
    call: (why: string, { key }) =>
      api('POST /runs/:ref/begin', { ref: run.ref, ...(red ? { reason: why } : {}) }, { key }),
    missing: (why) =>
      red && !why
        ? [{ field: 'reason', message: 'Say why it begins although not everything is green.' }]
        : [],
  });
  return (
    <Form className="grid gap-3" onSubmit={onSubmit(() => act.run(reason.trim()))} errors={act.errors}>
      {red && !open ? (
        <TextAreaField
          {...act.field('reason')}
          label="Why does it begin all the same?"
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => draft.set({ reason: event.target.value })}
        />
      ) : null}
      <div className="run-acts">
        <Button type="submit" variant="primary" icon="play" disabled={open} pending={act.pending}>
          {red && !open ? 'Begin all the same' : 'Begin the run'}
        </Button>
      </div>
    </Form>
  );
}
