'use client';

import { useQuery } from '@tanstack/react-query';
import { Card, CardHeader } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Outcome } from '@/components/ui/outcome';
import { counted } from '@/lib/language/words';
import type { ReplayResultRow, ReplayView } from '@/lib/suites/queries/views';
import type { CaseOutcome } from '@/lib/suites/schema';
import { verificationQuery } from './queries';
import { useRun } from './run-context';

const marks: Record<CaseOutcome, 'p' | 'f' | 'e'> = {
  MATCH: 'p',
  DIFFER: 'f',
  SLOW: 'f',
  ERROR: 'f',
  EXPLAINED: 'e',
};

/** The newest comparison with the known-good results, case by case; nothing before the first. */
export function VerifyCard() {
  const { steps } = useRun();
  const replayed = steps.filter((step) => step.kind === 'VERIFICATION' && step.suiteRun);
  const step =
    replayed.findLast(({ state }) => state === 'RUNNING' || state === 'UNKNOWN') ?? replayed.at(-1);
  return step?.suiteRun ? <Replay {...step.suiteRun} title={`${step.label} ${step.name}`} /> : null;
}

function Replay({ id, suiteId, title }: { id: string; suiteId: string; title: string }) {
  const { service } = useRun();
  const { data } = useQuery(verificationQuery(suiteId, id));
  const done = data ? data.matched + data.differed + data.explained : 0;
  return (
    <Card as="section" aria-labelledby="run-verify">
      <CardHeader
        id="run-verify"
        level={3}
        title={title}
        meta={
          data ? (
            <span className="meta">
              {done} of {data.total} cases, compared with baseline {data.baselineNumber}
            </span>
          ) : null
        }
        actions={
          data ? (
            <LinkButton
              size="sm"
              className="max-sm:hidden"
              href={`/services/${service.slug}/suites/${data.suite.id}?replay=${data.id}`}
            >
              Open all cases
            </LinkButton>
          ) : null
        }
      />
      {data ? <Cases replay={data} done={done} /> : <p className="run-vh muted">Reading the cases …</p>}
    </Card>
  );
}

const maxShown = 6;

function Cases({ replay, done }: { replay: ReplayView; done: number }) {
  const { total, matched, differed, explained, results, sentence } = replay;
  const odd = results.filter(({ outcome }) => outcome !== null && outcome !== 'MATCH');
  const left = total - done;
  const columns = Math.min(52, Math.max(36, total));
  return (
    <>
      <div
        className="run-cells"
        style={{ '--n': columns }}
        role="img"
        aria-label={`${done} of ${counted(total, 'case')} run: ${counted(matched, 'matches', 'match')}, ${differed} differ, ${explained} explained`}
      >
        {results.map(({ caseId, outcome }) => (
          <i key={caseId} className={outcome ? marks[outcome] : undefined} />
        ))}
      </div>
      <div className="run-vh">
        <Outcome kind="ok">{matched} match</Outcome>
        {differed > 0 ? <Outcome kind="bad">{differed} differ</Outcome> : null}
        {explained > 0 ? <Outcome kind="unclear">{explained} explained</Outcome> : null}
        <span className="muted">{left > 0 && replay.state === 'RUNNING' ? `${left} to run` : sentence}</span>
      </div>
      {odd.slice(0, maxShown).map((result) => (
        <DifferingCase key={result.caseId} result={result} replay={replay} />
      ))}
      {odd.length > maxShown ? (
        <p className="run-case sm muted">{odd.length - maxShown} more differ.</p>
      ) : null}
    </>
  );
}

function DifferingCase({ result, replay }: { result: ReplayResultRow; replay: ReplayView }) {
  const { name, asks, sentence, explanation, explainedBy } = result;
  return (
    <div className="run-case">
      <h4>{name}</h4>
      <div className="run-diff">
        <span className="mono">{asks}</span>
        <span>
          against <b className="mono">{replay.address}</b>
        </span>
      </div>
      {sentence ? <p>{sentence}</p> : null}
      {explanation ? (
        <p>
          Explained{explainedBy ? ` by ${explainedBy}` : ''}: {explanation}
        </p>
      ) : null}
    </div>
  );
}
