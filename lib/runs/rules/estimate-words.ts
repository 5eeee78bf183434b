import { counted, listed } from '@/lib/language/words';
import { daysAgo, durationRange } from '@/lib/platform/rules/duration';
import type { Estimate } from '@/lib/runs/queries/plan-views';

type Claim = Omit<Estimate, 'words'>;

/** "4 drills", "4 drills and 1 live run". */
export function runsInWords({ runs, drills }: Pick<Claim, 'runs' | 'drills'>): string {
  const live = runs - drills;
  const parts = [drills > 0 ? counted(drills, 'drill') : '', live > 0 ? counted(live, 'live run') : ''];
  return listed(parts.filter(Boolean));
}

/** What was not timed stands outside the claim, by name. */
function untimedInWords({ untimedSteps: [first, ...others] }: Claim): string {
  if (first === undefined) return '';
  return others.length === 0
    ? `; “${first}” was never timed and comes on top`
    : `; ${others.length + 1} steps were never timed and come on top`;
}

/** The claim in words that say no more than its basis allows. */
export function estimateWords(claim: Claim, { of, now }: { of: 'WHOLE' | 'LEFT'; now: Date }): string {
  const { basis, runs, drills, lastAt, stale, samples, fromSeconds, toSeconds } = claim;
  if (basis === 'NEVER' || lastAt === null) return 'never drilled';
  const when = `the last ${daysAgo((now.getTime() - Date.parse(lastAt)) / 1_000)}${stale ? ', too long ago to promise more' : ''}`;
  const end = `${when}${untimedInWords(claim)}`;
  const behind = runsInWords({ runs, drills });
  if (basis === 'FEW') {
    const took = durationRange(samples[0] ?? 0, samples.at(-1) ?? 0);
    return `took ${took}${of === 'LEFT' ? ' from here' : ''} in ${behind}, ${end}`;
  }
  const [from, to] = [fromSeconds ?? 0, toSeconds ?? 0];
  if (basis === 'RANGE') {
    const range = durationRange(from, to, ' and ');
    return `${range.includes(' and ') ? `between ${range}` : `about ${range}`}, from ${behind}, ${end}`;
  }
  return `${durationRange(from, to)} (p50 to p90), from ${behind}, ${end}`;
}
