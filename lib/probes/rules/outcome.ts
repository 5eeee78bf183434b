import { listed } from '@/lib/language/words';
import { shortened } from '@/lib/platform/rules/graphemes';
import type { ProbeFault, ProbeOutcome, Timings } from './probe';

type Evidence = Record<string, unknown>;

export function content(sentence: string, timings: Timings, evidence: Evidence = {}): ProbeOutcome {
  return { outcome: 'OK', fault: null, sentence, timings: rounded(timings), evidence };
}

/** What the target did wrong; or that the guard kept us from looking, which says nothing about the target. */
export function faulty(
  fault: ProbeFault,
  sentence: string,
  timings: Timings,
  evidence: Evidence = {},
): ProbeOutcome {
  const outcome = fault === 'FORBIDDEN' ? 'UNCLEAR' : 'FAULT';
  return { outcome, fault, sentence, timings: rounded(timings), evidence };
}

/** “; 10.0.0.7, of the same name, accepted no connection” */
export function silentWords(silent: readonly string[]): string {
  return silent.length === 0 ? '' : `; ${listed([...silent])}, of the same name, accepted no connection`;
}

export function cancelled(timings: Timings): ProbeOutcome {
  const sentence = 'The look was cancelled before there was an answer.';
  return { outcome: 'UNCLEAR', fault: null, sentence, timings: rounded(timings), evidence: {} };
}

/** Tenths of a millisecond are the most that a timer can promise. */
function rounded({ totalMs, ...phases }: Timings): Timings {
  const tenths = (ms: number): number => Math.round(ms * 10) / 10;
  const all = Object.entries(phases).map(([phase, ms = 0]) => [phase, tenths(ms)]);
  return { ...Object.fromEntries(all), totalMs: tenths(totalMs) };
}

/** The beginning of a text, within the about 4 KB that evidence may take. */
export function excerpt(text: string, length = 1_500): string {
  return shortened(text, length);
}
