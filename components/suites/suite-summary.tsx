import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import { counted, plural } from '@/lib/language/words';
import type { ReplayView, SuiteView } from '@/lib/suites/queries/views';
import { OutcomeSquares } from './outcome-squares';
import { replayStateBadge } from './replay-state';

interface SuiteSummaryCardProps {
  suite: SuiteView;
  replay: ReplayView | null;
}

/** The replay that is looked at, the baseline, the address and who relies on it. */
export function SuiteSummaryCard({ suite, replay }: SuiteSummaryCardProps) {
  const { baseline, usedByPlans } = suite;
  return (
    <Card className="mt-5">
      <dl className="suite-sum">
        <ReplayFact replay={replay} />
        <div>
          <dt>Baseline</dt>
          <dd>
            {baseline ? `Version ${baseline.number}` : 'None yet'}
            <small>
              {baseline ? (
                <>
                  <Time at={baseline.recordedAt} show="date" />, {baseline.cases} of {suite.cases}
                  {baseline.recordedBy ? `, by ${baseline.recordedBy}` : ''}
                </>
              ) : (
                'record one from the healthy service'
              )}
            </small>
          </dd>
        </div>
        <div>
          <dt>Compared with</dt>
          <dd>
            <span className="mono text-base">{replay?.address ?? '–'}</span>
            <small>{replay ? `baseline ${replay.baselineNumber}` : 'run it against an address'}</small>
          </dd>
        </div>
        <div>
          <dt>Used by</dt>
          <dd>
            {counted(usedByPlans, 'plan')}
            <small>and by investigation, on request</small>
          </dd>
        </div>
      </dl>
      {replay ? (
        <div className="border-t border-line px-5 py-3">
          <OutcomeSquares
            label={replay.sentence}
            squares={replay.results.map(({ caseId, outcome }) => ({ id: caseId, outcome }))}
          />
        </div>
      ) : null}
    </Card>
  );
}

function ReplayFact({ replay }: { replay: ReplayView | null }) {
  if (!replay) {
    return (
      <div>
        <dt>Latest run</dt>
        <dd>
          Never run
          <small>nothing is proven yet</small>
        </dd>
      </div>
    );
  }
  const { state, total, matched, differed, explained, startedAt, run, by, forCheck } = replay;
  const done = matched + differed + explained;
  const badge: { kind: OutcomeKind; word: string } = replayStateBadge[state];
  return (
    <div aria-live="polite">
      <dt>
        This run, <Time at={startedAt} show="datetime" />
        {run ? (
          <>
            {' '}
            in <Link href={`/recovery/${run.ref}`}>{run.ref}</Link>
          </>
        ) : null}
        {by ? `, by ${by.name}` : ''}
        {forCheck ? ', for an investigation' : ''}
      </dt>
      <dd>
        {done} of {total}
        <small>
          {matched} match, {differed} {plural(differed, 'differs', 'differ')}
          {explained > 0 ? `, ${explained} explained` : ''}
        </small>
        <small>
          <Outcome kind={badge.kind}>{badge.word}</Outcome>
        </small>
      </dd>
    </div>
  );
}
