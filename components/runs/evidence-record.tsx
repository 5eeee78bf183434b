'use client';

import { Button } from '@/components/ui/button';
import { useZone } from '@/components/ui/clock';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Time } from '@/components/ui/time';
import { exactOf } from '@/components/ui/time-words';
import { counted } from '@/lib/language/words';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import { isolated } from '@/lib/platform/rules/isolate';
import type { RunStepView, RunView } from '@/lib/runs/queries/views';
import { rtaWords, runEndLabel } from '@/lib/runs/rules/proof';
import { stepStateLabel } from '@/lib/runs/schema';
import { kindName } from './run-words';

/** What happened in a run, to be printed and filed: made of what was recorded, nothing is written by hand. */
export function EvidenceRecord({ run, organisation }: { run: RunView; organisation: string }) {
  const zone = useZone();
  const { ref, kind, mode, service, plan, startedAt, finishedAt } = run;
  const attempts = run.steps.reduce((sum, step) => sum + step.attempts.length, 0);
  return (
    <article className="card rec" aria-labelledby="rec-h">
      <div className="rec-h">
        <div>
          <p className="eyebrow">
            Evidence record <span className="mono">{ref}</span>
          </p>
          <h1 id="rec-h">
            {service.name}: {plan.name}
          </h1>
          <p className="muted" suppressHydrationWarning>
            {kindName[kind]}, {mode === 'DRILL' ? 'drill' : 'live'}.{' '}
            {startedAt
              ? `${exactOf(startedAt, zone)} to ${finishedAt ? exactOf(finishedAt, zone) : ''}`
              : null}
          </p>
        </div>
        <div className="sp sm muted">
          {organisation}
          <br />
          Plan version {plan.versionNumber}
          <br />
          <Button size="sm" icon="doc" className="rec-no mt-1" onClick={() => window.print()}>
            Print or save
          </Button>
        </div>
      </div>
      <Figures run={run} />
      <People run={run} />
      <h2>Steps</h2>
      <Steps steps={run.steps} />
      <h2>What did not go as planned</h2>
      <Deviations run={run} />
      <div className="rec-sig">
        <div>Operator: {run.operator?.name ?? 'none'}</div>
        <div>Manager:</div>
      </div>
      <p className="xs muted mt-5" suppressHydrationWarning>
        Made by Standby from run {ref}: {run.phases.length} phases, {run.steps.length} steps, {attempts}{' '}
        attempts. Printed {exactOf(run.now, zone)}.
      </p>
    </article>
  );
}

function agreedWords(minutes: number | null): string {
  return minutes === null ? 'none is agreed' : `of ${exactDuration(minutes * 60)} agreed`;
}

function Figures({ run }: { run: RunView }) {
  const { rpaSeconds, service, steps } = run;
  const cases = steps.findLast((step) => step.suiteRun)?.suiteRun;
  return (
    <dl className="run-sum rec-sum">
      <div>
        <dt>RTA, back after</dt>
        <dd>
          {rtaWords(run)}
          <small>{agreedWords(service.rtoMinutes)}</small>
        </dd>
      </div>
      <div>
        <dt>RPA, lost</dt>
        <dd>
          {rpaSeconds === null ? 'not measured' : roundedDuration(rpaSeconds)}
          <small>{agreedWords(service.rpoMinutes)}</small>
        </dd>
      </div>
      <div>
        <dt>Verified</dt>
        <dd>
          {cases ? `${cases.matched + cases.explained} of ${cases.total}` : 'nothing'}
          <small>
            {cases?.explained ? `${cases.explained} explained` : 'against the known-good results'}
          </small>
        </dd>
      </div>
      <div>
        <dt>Result</dt>
        <dd>{runEndLabel(run)}</dd>
      </div>
    </dl>
  );
}

function People({ run }: { run: RunView }) {
  const names = run.steps.flatMap(({ member }) => member?.name ?? []);
  const { snapshots, announcements, incident } = run;
  return (
    <>
      <h2>People, data, users</h2>
      <dl className="kv">
        <dt>Operator</dt>
        <dd>{run.operator?.name ?? 'none'}</dd>
        <dt>Took part</dt>
        <dd>{names.length > 0 ? [...new Set(names)].join(', ') : 'nobody besides'}</dd>
        <dt>Snapshot</dt>
        <dd>
          {snapshots[0] ? (
            <>
              {snapshots[0].datasetName} <span className="mono">{snapshots[0].externalId}</span>, taken{' '}
              <Time at={snapshots[0].takenAt} show="datetime" />
              {snapshots[0].overrideReason
                ? `; the gate was overridden: ${snapshots[0].overrideReason}`
                : null}
            </>
          ) : (
            'none was loaded'
          )}
        </dd>
        <dt>Incident</dt>
        <dd>{incident ? `${incident.ref} ${isolated(incident.title)}` : 'none'}</dd>
        <dt>Users told</dt>
        <dd>{announcements.length === 0 ? 'nothing' : counted(announcements.length, 'time')}</dd>
      </dl>
    </>
  );
}

const seconds = (value: number | null): string => (value === null ? '–' : roundedDuration(value));

function evidenceWords({ skipReason, sentence, note, member, state }: RunStepView): string {
  if (skipReason) return `Skipped: ${skipReason}`;
  const parts = [sentence, note === sentence ? null : note, member ? `by ${member.name}` : null];
  const said = parts.flatMap((part) => (part ? [part.replace(/\.$/, '')] : []));
  return said.join('; ') || stepStateLabel[state];
}

function Steps({ steps }: { steps: RunStepView[] }) {
  return (
    <ScrollRegion label="Steps of the record">
      <table className="w-full">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className="num">
              Expected
            </th>
            <th scope="col" className="num">
              Actual
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">
                <span className="muted">{step.label}</span> {step.name}
              </th>
              <td className="num whitespace-nowrap">{seconds(step.expectedSeconds)}</td>
              <td className="num whitespace-nowrap">{seconds(step.actualSeconds)}</td>
              <td className="sm">{evidenceWords(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Deviations({ run }: { run: RunView }) {
  const odd = run.steps.filter(
    (step) => step.skipReason || step.state === 'FAILED' || step.shown === false || step.attempts.length > 1,
  );
  if (odd.length === 0 && !run.deviations && !run.safeStateNote) {
    return <p>Nothing was skipped, repeated, left failed or done by somebody’s word against a probe.</p>;
  }
  return (
    <ul className="rec-odd">
      {run.safeStateNote ? <li>Aborted, and left so: {run.safeStateNote}</li> : null}
      {run.deviations ? <li>{run.deviations}</li> : null}
      {odd.map((step) => (
        <li key={step.id}>
          {step.label} {step.name}: {step.skipReason ?? step.sentence ?? stepStateLabel[step.state]}
          {step.attempts.length > 1 ? ` (${step.attempts.length} attempts)` : null}
        </li>
      ))}
    </ul>
  );
}
