'use client';

import { Card, CardHeader } from '@/components/ui/card';
import { useZone } from '@/components/ui/clock';
import { Time } from '@/components/ui/time';
import { durationRange, roundedDuration } from '@/lib/platform/rules/duration';
import type { Estimate } from '@/lib/runs/queries/plan-views';
import { runsInWords } from '@/lib/runs/rules/estimate-words';
import { useRun } from './run-context';

/** The runs that the estimate rests on, each a dot, from their start to the verified service. */
export function PastCard() {
  const { planned } = useRun();
  return (
    <Card as="section" aria-labelledby="run-past">
      <CardHeader
        id="run-past"
        level={3}
        title="Past runs, start to finish"
        actions={<span className="sm muted">{planned ? runsInWords(planned) || 'none' : 'none'}</span>}
      />
      {planned && planned.basis !== 'NEVER' ? (
        <Dots claim={planned} />
      ) : (
        <p className="run-side">
          Never drilled. No verified run of this plan gives a time, so none is shown, and none is told to
          users.
        </p>
      )}
    </Card>
  );
}

function Dots({ claim }: { claim: Estimate }) {
  const zone = useZone();
  const { samples, fromSeconds, toSeconds, p50Seconds, p90Seconds, basis, stale, lastAt } = claim;
  const [from, to] = [p50Seconds ?? 0, p90Seconds ?? toSeconds ?? p50Seconds ?? 0];
  const least = Math.min(...samples, from);
  const greatest = Math.max(...samples, to);
  const room = Math.max((greatest - least) * 0.15, greatest * 0.04, 1);
  const [start, end] = [Math.max(0, least - room), greatest + room];
  const x = (seconds: number) => `${((seconds - start) / (end - start)) * 100}%`;
  const named = basis === 'PERCENTILES' ? ['p50', 'p90'] : ['likely', 'by'];
  const range = durationRange(samples[0] ?? 0, samples.at(-1) ?? 0);
  const ranged = fromSeconds !== null;
  return (
    <div className="px-5 pt-3 pb-4">
      <div
        className="run-pl"
        role="img"
        aria-label={`${runsInWords(claim)}, ${range}; ${named[0]} ${roundedDuration(from)}${
          ranged ? `, ${named[1]} ${roundedDuration(to)}` : ''
        }`}
      >
        {ranged ? (
          <>
            <i className="bd" style={{ '--x': x(from), '--w': `${((to - from) / (end - start)) * 100}%` }} />
            <em className="from" style={{ '--x': x(from) }}>
              {named[0]} {roundedDuration(from)}
            </em>
            <em className="to" style={{ '--x': x(to) }}>
              {named[1]} {roundedDuration(to)}
            </em>
          </>
        ) : null}
        {samples.map((seconds, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: past runs in one order, and two may have taken as long.
          <i key={index} style={{ '--x': x(seconds) }} />
        ))}
      </div>
      <div className="run-ax" aria-hidden>
        <span>{roundedDuration(start)}</span>
        <span>{roundedDuration((start + end) / 2)}</span>
        <span>{roundedDuration(end)}</span>
      </div>
      {lastAt ? (
        <p className="sm muted mt-2">
          Last verified run <Time at={lastAt} show="auto" zone={zone} />
          {stale ? ', too long ago to promise more.' : '.'}
        </p>
      ) : null}
    </div>
  );
}
