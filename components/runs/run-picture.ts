import type { RunView } from '@/lib/runs/queries/views';
import type { StepState } from '@/lib/runs/schema';
import { type Axis, timeAxis } from './time-axis';

/** A bar of the picture: both ends in percent of its width. */
interface Bar {
  x: number;
  width: number;
}

export interface PhaseRow {
  number: number;
  name: string;
  mark: 'done' | 'cur' | 'todo';
  state: StepState;
  expected: Bar | null;
  actual: Bar | null;
  expectedSeconds: number | null;
  /** So far, of the one in work. */
  actualSeconds: number | null;
}

export interface RunPicture {
  axis: Axis;
  rows: PhaseRow[];
  now: number | null;
  /** Where the objective lies; null when there is none, or when it lies far beyond the picture. */
  rto: { x: number; at: number } | null;
  /** p50 to p90, with their instants. */
  band: (Bar & { from: number; to: number }) | null;
  dots: number[];
}

const second = 1_000;
/** An objective further away than this, in lengths of the rest, would press the run into a corner. */
const mostRoom = 2.5;

interface Span {
  from: number;
  expectedTo: number | null;
  actualTo: number | null;
}

const instant = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

/** Where each phase lies: what was, and what is to be expected from here on. */
function phaseSpans(run: RunView, began: number, now: number): Span[] {
  let cursor = began;
  return run.phases.map((phase) => {
    const from = instant(phase.startedAt) ?? cursor;
    const end = instant(phase.finishedAt);
    const open = phase.startedAt !== null && end === null && phase.state !== 'PENDING';
    const expectedTo = phase.expectedSeconds === null ? null : from + phase.expectedSeconds * second;
    const actualTo = end ?? (open ? now : null);
    cursor = end ?? Math.max(expectedTo ?? from, open ? now : from);
    return { from, expectedTo, actualTo };
  });
}

/** When the objective runs out, in milliseconds. */
export function objectiveAt(run: RunView): number | null {
  const { clockStartedAt, service } = run;
  if (clockStartedAt === null || service.rtoMinutes === null) return null;
  return Date.parse(clockStartedAt) + service.rtoMinutes * 60 * second;
}

function phaseRow(phase: RunView['phases'][number], span: Span, axis: Axis): PhaseRow {
  const bar = (to: number | null): Bar | null =>
    to === null || to <= span.from
      ? null
      : { x: axis.at(span.from), width: axis.at(to) - axis.at(span.from) };
  const { number, name, state, expectedSeconds } = phase;
  const over = state === 'DONE' || state === 'SKIPPED';
  return {
    number,
    name,
    state,
    expectedSeconds,
    mark: over ? 'done' : state === 'PENDING' ? 'todo' : 'cur',
    expected: bar(span.expectedTo),
    actual: bar(span.actualTo),
    actualSeconds: span.actualTo === null ? null : Math.max(0, (span.actualTo - span.from) / second),
  };
}

/** The phases against time, with now, the objective and where the past runs would end from here. */
export function runPicture(run: RunView, now: number): RunPicture {
  const began = instant(run.startedAt) ?? now;
  const ended = instant(run.finishedAt);
  const spans = phaseSpans(run, began, now);
  const made = Date.parse(run.now);
  const claim = ended === null ? run.estimate : null;
  const likely = claim?.p50Seconds ?? null;
  const careful = claim?.p90Seconds ?? claim?.toSeconds ?? null;
  const ends = (claim?.samples ?? []).map((left) => made + left * second);
  const last = Math.max(
    ended ?? now,
    ...spans.flatMap(({ expectedTo, actualTo }) => [expectedTo ?? began, actualTo ?? began]),
    ...ends,
    careful === null ? began : made + careful * second,
  );
  const rto = objectiveAt(run);
  const length = Math.max(last - began, 5 * second);
  const shown = rto !== null && rto > began && rto - began <= length * mostRoom ? rto : null;
  const axis = timeAxis(began, began + Math.max(length, (shown ?? began) - began) * 1.04);
  const band = (from: number, to: number) => ({
    from,
    to,
    x: axis.at(from),
    width: axis.at(to) - axis.at(from),
  });
  return {
    axis,
    rows: run.phases.map((phase, index) => phaseRow(phase, spans[index] as Span, axis)),
    now: ended === null ? axis.at(now) : null,
    rto: shown === null ? null : { x: axis.at(shown), at: shown },
    band:
      likely !== null && careful !== null && careful > likely
        ? band(made + likely * second, made + careful * second)
        : null,
    dots: ends.map((end) => axis.at(end)),
  };
}
