'use client';

import type { ReactNode } from 'react';
import { useZone } from '@/components/ui/clock';
import { Time } from '@/components/ui/time';
import { relativeOf } from '@/components/ui/time-words';
import { clockOf } from '@/lib/language/time';
import { plural } from '@/lib/language/words';
import { durationRange, exactDuration, roundedDuration, runningClock } from '@/lib/platform/rules/duration';
import type { RunView } from '@/lib/runs/queries/views';
import { runsInWords } from '@/lib/runs/rules/estimate-words';
import { rtaWords } from '@/lib/runs/rules/proof';
import { paceWords } from './pace';
import { useRun } from './run-context';
import { objectiveAt } from './run-picture';
import { useSecond } from './use-second';

function Figure({ label, value, note }: { label: string; value: ReactNode; note: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd suppressHydrationWarning>
        {value}
        <small suppressHydrationWarning>{note}</small>
      </dd>
    </div>
  );
}

/** The strip under the picture: while it goes on, and how it ended. */
export function RunFigures() {
  const run = useRun();
  return (
    <dl className="run-sum">
      {run.finishedAt ? <FinishedFigures run={run} /> : <RunningFigures run={run} />}
    </dl>
  );
}

function RunningFigures({ run }: { run: RunView }) {
  const now = useSecond(run.now);
  const { startedAt, steps, estimate } = run;
  const claim = estimate && estimate.basis !== 'NEVER' ? estimate : null;
  const from = claim?.fromSeconds ?? claim?.samples[0] ?? 0;
  const to = claim?.toSeconds ?? claim?.samples.at(-1) ?? 0;
  const basis = { PERCENTILES: 'p50 to p90', RANGE: 'likely to careful', FEW: '', NEVER: '' };
  return (
    <>
      <Figure
        label="Running"
        value={startedAt ? runningClock((now - Date.parse(startedAt)) / 1_000) : 'not yet'}
        note={startedAt ? paceWords(steps, now) : 'it has not begun'}
      />
      <Figure
        label="Left"
        value={claim ? durationRange(from, to) : 'not known'}
        note={claim ? basis[claim.basis] || `as in ${runsInWords(claim)}` : 'never drilled'}
      />
      <Announcements run={run} />
      <Objective run={run} />
    </>
  );
}

const timesInWords = (count: number): string => plural(count, 'once', `${count} times`);

function Announcements({ run }: { run: RunView }) {
  const zone = useZone();
  const now = useSecond(run.now, run.finishedAt);
  const [last] = run.announcements;
  if (run.mode === 'DRILL') return <Figure label="Told users" value="nothing" note="it is a drill" />;
  const note = run.announces ? 'at the next announcement' : 'no consent given';
  return (
    <Figure
      label="Told users"
      value={last ? clockOf(last.at, zone) : 'not yet'}
      note={
        last ? (run.finishedAt ? timesInWords(run.announcements.length) : relativeOf(last.at, now)) : note
      }
    />
  );
}

function Objective({ run }: { run: RunView }) {
  const now = useSecond(run.now);
  const at = objectiveAt(run);
  if (at === null) {
    const why = run.service.rtoMinutes === null ? 'no RTO is agreed' : 'its clock has not begun';
    return <Figure label="Objective" value="none" note={why} />;
  }
  const careful = run.estimate?.p90Seconds ?? run.estimate?.toSeconds ?? null;
  const end = careful === null ? now : Date.parse(run.now) + careful * 1_000;
  const spare = (at - end) / 1_000;
  const when = careful === null ? 'left' : run.estimate?.p90Seconds === null ? 'spare' : 'spare at p90';
  const note = spare >= 0 ? `${roundedDuration(spare)} ${when}` : `${roundedDuration(-spare)} over`;
  return <Figure label="Objective" value={<Time at={at} show="auto" />} note={note} />;
}

function agreedWords(actual: number | null, minutes: number | null): string {
  if (minutes === null) return 'none is agreed';
  if (actual === null) return `of ${exactDuration(minutes * 60)} agreed`;
  const over = actual - minutes * 60;
  const agreed = `of ${exactDuration(minutes * 60)} agreed`;
  return over > 0 ? `${agreed}, ${roundedDuration(over)} over` : `${agreed}, met`;
}

function FinishedFigures({ run }: { run: RunView }) {
  const { rtaSeconds, rpaSeconds, service, startedAt, finishedAt, planned } = run;
  const took = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000 : null;
  const promised =
    planned?.fromSeconds != null && planned.toSeconds != null
      ? `expected ${durationRange(planned.fromSeconds, planned.toSeconds)}`
      : planned && planned.basis !== 'NEVER'
        ? `${durationRange(planned.samples[0] ?? 0, planned.samples.at(-1) ?? 0)} in ${runsInWords(planned)}`
        : 'nothing was promised';
  return (
    <>
      <Figure
        label="RTA, back after"
        value={rtaWords(run)}
        note={agreedWords(rtaSeconds, service.rtoMinutes)}
      />
      <Figure
        label="RPA, lost"
        value={rpaSeconds === null ? 'not measured' : roundedDuration(rpaSeconds)}
        note={agreedWords(rpaSeconds, service.rpoMinutes)}
      />
      <Figure label="Took" value={took === null ? 'never began' : roundedDuration(took)} note={promised} />
      <Announcements run={run} />
    </>
  );
}
