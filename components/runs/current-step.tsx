'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { FieldScope } from '@/components/ui/field-scope';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import { UnsentText } from '@/components/ui/unsent-text';
import type { RunStepView, RunView } from '@/lib/runs/queries/views';
import { attemptStateLabel } from '@/lib/runs/schema';
import { formOnRun } from './act-on-run';
import { useRun } from './run-context';
import { currentRunStep } from './run-words';
import { SkipDialog } from './skip-dialog';
import { StepState } from './step-state';

/** The step that the run is in, what it asks of a person, and what may be done. */
export function CurrentStep() {
  const run = useRun();
  const [skipping, skip] = useState<RunStepView | null>(null);
  const step = shownStep(run);
  return (
    <>
      {step ? <StepCard key={`${step.id} ${step.state}`} step={step} onSkip={() => skip(step)} /> : null}
      {run.steps.map((one) => (one.id === step?.id ? null : <UnsentNote key={one.id} step={one} />))}
      {skipping ? <SkipDialog step={skipping} onClose={() => skip(null)} /> : null}
    </>
  );
}

function shownStep(run: RunView): RunStepView | undefined {
  const step = run.state === 'PRECHECK' ? undefined : currentRunStep(run);
  // The cases of a verification have a card of their own.
  return step?.suiteRun?.state === 'RUNNING' && step.acts.length === 0 ? undefined : step;
}

const useNote = ({ id }: RunStepView) => useDraft(`step:${id}`, { note: '', reason: '' });

/** A note belongs to one step: the next one begins with an empty field, and what was written stays to be copied. */
function UnsentNote({ step }: { step: RunStepView }) {
  const { values, clear } = useNote(step);
  return (
    <UnsentText
      label={`What you wrote at ${step.label} ${step.name}`}
      text={[values.note, values.reason].filter(Boolean).join('\n')}
      onForget={clear}
    />
  );
}

const askLabel: Partial<Record<RunStepView['kind'], string>> = {
  AUTOMATED: 'Action of the automation: ',
  VERIFICATION: 'Against ',
  CHECK: 'Looks at ',
  WAIT: 'Waits ',
};

interface StepProps {
  step: RunStepView;
  onSkip: () => void;
}

function StepCard({ step, onSkip }: StepProps) {
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
      <div className="grid gap-3 px-5 pt-4 pb-4.5 max-md:px-4">
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
        {step.acts.length > 0 ? <StepActs step={step} onSkip={onSkip} /> : null}
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

type StepAct = 'confirm' | 'retry' | 'APPROVE' | 'REFUSE' | 'DONE' | 'FAILED' | 'AGAIN';

interface Entered {
  verb: StepAct;
  note: string;
  reason: string;
}

const reasonField = {
  label: 'Why does it count as done all the same?',
  optional: true,
  rows: 2,
  maxLength: 1000,
};

function StepActs({ step, onSkip }: StepProps) {
  const run = useRun();
  const draft = useNote(step);
  const { note, reason } = draft.values;
  // Its own probe did not show that it was done.
  const [contested, contest] = useState(reason !== '');
  const can = (name: RunStepView['acts'][number]) => step.acts.includes(name);
  const act = useAct({
    ...formOnRun(run),
    draft,
    call: ({ verb, note: written, reason: why }: Entered, { version, key }) => {
      const place = { ref: run.ref, stepId: step.id, ...(written ? { note: written } : {}) };
      // A step is confirmed or approved once, whatever else happens to the run; the others are meant as they were seen.
      switch (verb) {
        case 'confirm':
          return api(
            'POST /runs/:ref/steps/:stepId/confirm',
            { ...place, ...(why ? { reason: why } : {}) },
            { key },
          );
        case 'APPROVE':
        case 'REFUSE':
          return api('POST /runs/:ref/steps/:stepId/approve', { ...place, decision: verb }, { key });
        case 'retry':
          return api('POST /runs/:ref/steps/:stepId/retry', { ...place, version }, { key });
        default: {
          const decided = { ...place, version, decision: verb, note: written };
          return api('POST /runs/:ref/steps/:stepId/decide', decided, { key });
        }
      }
    },
    missing: ({ note: written }) =>
      can('decide') && !written ? [{ field: 'note', message: 'Say where you looked and what you saw.' }] : [],
    onRefused: ({ fields }) => contest(contested || 'reason' in fields),
  });
  const send = (verb: StepAct): void => void act.run({ verb, note: note.trim(), reason: reason.trim() });
  const busy = (verb: StepAct) => act.doing?.verb === verb;
  const asks = can('confirm') || can('approve') || can('decide') || can('retry');
  return (
    <FieldScope errors={act.errors}>
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
          onChange={(event) => draft.set({ note: event.target.value })}
        />
      ) : null}
      {contested && can('confirm') ? (
        <TextAreaField
          {...reasonField}
          {...act.field('reason')}
          value={reason}
          onChange={(event) => draft.set({ reason: event.target.value })}
        />
      ) : null}
      <div className="run-acts">
        {can('confirm') ? (
          <Button variant="primary" icon="check" pending={busy('confirm')} onClick={() => send('confirm')}>
            {step.kind === 'ANNOUNCEMENT' ? 'Publish it' : 'Confirm: it is done'}
          </Button>
        ) : null}
        {can('approve') ? (
          <Button variant="primary" icon="check" pending={busy('APPROVE')} onClick={() => send('APPROVE')}>
            Approve
          </Button>
        ) : null}
        {can('refuse') ? (
          <Button icon="x" pending={busy('REFUSE')} onClick={() => send('REFUSE')}>
            Refuse
          </Button>
        ) : null}
        {can('decide') ? <DecideButtons send={send} busy={busy} /> : null}
        {can('retry') ? (
          <Button variant="primary" icon="undo" pending={busy('retry')} onClick={() => send('retry')}>
            Try again
          </Button>
        ) : null}
        {can('skip') ? <Button onClick={onSkip}>Skip …</Button> : null}
      </div>
    </FieldScope>
  );
}

function DecideButtons({ send, busy }: { send: (verb: StepAct) => void; busy: (verb: StepAct) => boolean }) {
  return (
    <>
      <Button variant="primary" pending={busy('DONE')} onClick={() => send('DONE')}>
        It was done
      </Button>
      <Button pending={busy('FAILED')} onClick={() => send('FAILED')}>
        It failed
      </Button>
      <Button icon="undo" pending={busy('AGAIN')} onClick={() => send('AGAIN')}>
        Try again
      </Button>
    </>
  );
}
