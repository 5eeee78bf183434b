'use client';

import { useState } from 'react';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import type { RunStepView } from '@/lib/runs/queries/views';
import { attemptStateLabel } from '@/lib/runs/schema';
import { formAboutRun } from './about-run';
import { actOnRun } from './api';
import { useRun } from './run-context';
import { stepInTurn } from './run-words';
import { SkipDialog } from './skip-dialog';
import { StepState } from './step-state';

/** The step that the run is in, what it asks of a person, and what may be done. */
export function StepInTurn() {
  const run = useRun();
  const step = stepInTurn(run);
  if (!step || run.state === 'PRECHECK') return null;
  // The cases of a verification have a card of their own.
  if (step.suiteRun?.state === 'RUNNING' && step.acts.length === 0) return null;
  // A note belongs to one step: with the next one the field begins empty.
  return <Turn key={`${step.id} ${step.state}`} step={step} />;
}

const askLabel: Partial<Record<RunStepView['kind'], string>> = {
  AUTOMATED: 'Action of the automation: ',
  VERIFICATION: 'Against ',
  CHECK: 'Looks at ',
  WAIT: 'Waits ',
};

function Turn({ step }: { step: RunStepView }) {
  const plain = step.kind === 'MANUAL' || step.kind === 'APPROVAL' || step.kind === 'ANNOUNCEMENT';
  const trouble = step.state === 'UNKNOWN' || step.state === 'FAILED';
  return (
    <Card as="section" aria-labelledby="run-turn">
      <CardHeader
        id="run-turn"
        level={3}
        title={`Now: ${step.label} ${step.name}`}
        actions={<StepState step={step} />}
      />
      <div className="run-turn">
        {trouble && step.sentence ? <Note tone="bad">{step.sentence}</Note> : null}
        {step.ask ? (
          plain ? (
            <p className="run-ask">{step.ask}</p>
          ) : (
            <p className="sm muted">
              {askLabel[step.kind]}
              <span className="mono">{step.ask}</span>
            </p>
          )
        ) : null}
        {step.detail ? <p className="sm muted">{step.detail}</p> : null}
        {!trouble && step.sentence ? <p className="sm">{step.sentence}</p> : null}
        <Attempts step={step} />
        {step.acts.length > 0 ? <Acts step={step} /> : null}
      </div>
    </Card>
  );
}

function Attempts({ step }: { step: RunStepView }) {
  if (step.attempts.length === 0 || (step.attempts.length === 1 && step.state === 'RUNNING')) return null;
  return (
    <ul className="run-lines-list" aria-label={`Attempts of ${step.name}`}>
      {step.attempts.map((attempt) => (
        <li key={attempt.id}>
          <span className="muted">Try {attempt.number}</span>
          <span>
            {attemptStateLabel[attempt.state]}
            {attempt.sentence ? `: ${attempt.sentence}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface StepAct {
  verb: 'confirm' | 'approve' | 'decide' | 'retry';
  decision?: 'APPROVE' | 'REFUSE' | 'DONE' | 'FAILED' | 'AGAIN';
  note: string;
}

function Acts({ step }: { step: RunStepView }) {
  const run = useRun();
  const [note, setNote] = useState('');
  const [skipping, setSkipping] = useState(false);
  const can = (name: RunStepView['acts'][number]) => step.acts.includes(name);
  const act = useAct({
    ...formAboutRun(run),
    call: ({ verb, note: written, ...body }: StepAct, { version, key }) => {
      // A step is confirmed or approved once, whatever else happens to the run; the others are meant as they were seen.
      const seen = verb === 'confirm' || verb === 'approve' ? {} : { version };
      const said = written ? { note: written } : {};
      return actOnRun(run.ref, `steps/${step.id}/${verb}`, { ...seen, ...said, ...body }, key);
    },
    missing: (asked) =>
      asked.verb === 'decide' && !asked.note
        ? [{ field: 'note', message: 'Say where you looked and what you saw.' }]
        : [],
  });
  const send = (verb: StepAct['verb'], decision?: StepAct['decision']): void =>
    void act.run({ verb, note: note.trim(), ...(decision ? { decision } : {}) });
  const busy = (verb: StepAct['verb']) => act.doing?.verb === verb;
  const asks = can('confirm') || can('approve') || can('decide') || can('retry');
  return (
    <>
      {act.errors.length > 0 ? <ErrorSummary errors={act.errors} /> : null}
      {can('decide') ? (
        <p>Nobody knows whether the call took effect. Look there first: it is not sent again by itself.</p>
      ) : null}
      {asks ? (
        <TextAreaField
          {...act.field('note')}
          label={can('decide') ? 'What did you see?' : 'Note'}
          optional={!can('decide')}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      <div className="run-acts">
        {can('confirm') ? (
          <Button variant="primary" icon="check" pending={busy('confirm')} onClick={() => send('confirm')}>
            {step.kind === 'ANNOUNCEMENT' ? 'Publish it' : 'Confirm: it is done'}
          </Button>
        ) : null}
        {can('approve') ? (
          <Button
            variant="primary"
            icon="check"
            pending={busy('approve')}
            onClick={() => send('approve', 'APPROVE')}
          >
            Approve
          </Button>
        ) : null}
        {can('refuse') ? (
          <Button icon="x" pending={busy('approve')} onClick={() => send('approve', 'REFUSE')}>
            Refuse
          </Button>
        ) : null}
        {can('decide') ? (
          <>
            <Button variant="primary" pending={busy('decide')} onClick={() => send('decide', 'DONE')}>
              It was done
            </Button>
            <Button pending={busy('decide')} onClick={() => send('decide', 'FAILED')}>
              It failed
            </Button>
            <Button icon="undo" pending={busy('decide')} onClick={() => send('decide', 'AGAIN')}>
              Try again
            </Button>
          </>
        ) : null}
        {can('retry') ? (
          <Button variant="primary" icon="undo" pending={busy('retry')} onClick={() => send('retry')}>
            Try again
          </Button>
        ) : null}
        {can('skip') ? <Button onClick={() => setSkipping(true)}>Skip …</Button> : null}
      </div>
      {skipping ? <SkipDialog step={step} onClose={() => setSkipping(false)} /> : null}
    </>
  );
}
