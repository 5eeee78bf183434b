'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { useZone } from '@/components/ui/clock';
import { FieldScope } from '@/components/ui/field-scope';
import { Holder } from '@/components/ui/holder';
import { Time } from '@/components/ui/time';
import { AbortDialog } from './abort-dialog';
import { actOnRun } from './act-on-run';
import { useRun } from './run-context';
import { basisWords, headline, kindName } from './run-words';

/** What is true of the run, on what that rests, and what can be done with the whole of it. */
export function RunHead() {
  const run = useRun();
  const zone = useZone();
  const { kind, ref, mode, plan, operator, startedAt, finishedAt, estimate, sentence, state } = run;
  const what = `${kindName[kind]} ${ref}${mode === 'DRILL' ? ', a drill' : ''} of ${run.service.name}`;
  return (
    <div className="run-h">
      <div>
        <h2 id="run-head" aria-live="polite" suppressHydrationWarning>
          {headline(run, zone)}
        </h2>
        {state === 'VERIFIED' ? null : <p className="run-now">{sentence}</p>}
        <p>
          {what}: {plan.name}, version {plan.versionNumber}
          {startedAt ? (
            <>
              , started {operator ? `by ${operator.name} ` : ''}at <Time at={startedAt} show="auto" />
            </>
          ) : null}
          . {finishedAt ? null : basisWords(estimate)}
        </p>
        {operator?.disabled && !finishedAt ? (
          <p className="run-now" role="status">
            <Holder person={operator} />: take over, so that somebody answers for it.
          </p>
        ) : null}
      </div>
      <RunActs />
    </div>
  );
}

function RunActs() {
  const run = useRun();
  const { acts, state } = run;
  const [aborting, setAborting] = useState(false);
  const can = (name: (typeof acts)[number]) => acts.includes(name);
  const busy = run.steps.some((step) => step.state === 'RUNNING');
  const act = useAct({
    ...actOnRun(run),
    call: (verb: 'take-over' | 'pause' | 'resume', { key }) =>
      api(`POST /runs/:ref/${verb}`, { ref: run.ref }, { key }),
    done: (_, verb) => (verb === 'pause' ? (busy ? 'Pauses after this step' : 'Paused') : null),
  });
  return (
    <div className="run-acts">
      <FieldScope errors={act.errors}>
        {can('takeOver') ? (
          <Button icon="user" pending={act.doing === 'take-over'} onClick={() => void act.run('take-over')}>
            Take over
          </Button>
        ) : null}
        {can('pause') ? (
          <Button icon="pause" pending={act.doing === 'pause'} onClick={() => void act.run('pause')}>
            {busy ? 'Pause after this step' : 'Pause'}
          </Button>
        ) : null}
        {can('resume') ? (
          <Button
            icon="play"
            variant="primary"
            pending={act.doing === 'resume'}
            onClick={() => void act.run('resume')}
          >
            Resume
          </Button>
        ) : null}
        {can('abort') ? (
          <Button icon="stop" variant="danger" onClick={() => setAborting(true)}>
            {state === 'PRECHECK' ? 'Do not begin' : 'Abort'}
          </Button>
        ) : null}
      </FieldScope>
      {aborting ? <AbortDialog onClose={() => setAborting(false)} /> : null}
    </div>
  );
}
