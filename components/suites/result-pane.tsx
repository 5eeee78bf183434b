'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { counted } from '@/lib/language/words';
import { latency } from '@/lib/platform/rules/duration';
import type { ResultView } from '@/lib/suites/queries/views';
import { outcomeBadge } from './outcome-badge';
import { OutcomeSquares } from './outcome-squares';
import { resultQuery } from './queries';
import { SideBySide } from './side-by-side';

interface ResultPaneProps {
  place: { suiteId: string; replayId: string; caseId: string };
  total: number;
  initial: ResultView | null;
}

/** What one case got, in words, then side by side. */
export function ResultPane({ place, total, initial }: ResultPaneProps) {
  const { suiteId, replayId, caseId } = place;
  const isInitial = initial?.caseId === caseId && initial.replayId === replayId;
  const { data: result, error } = useQuery({
    ...resultQuery(suiteId, replayId, caseId),
    ...(isInitial ? { initialData: initial } : {}),
  });
  if (error && !result) return <ErrorState title="This result cannot be shown">{error.message}</ErrorState>;
  if (!result) return <SkeletonRows rows={6} label="Loading the result" />;
  return (
    <>
      <div className="suite-pane-h">
        <div className="row flex-wrap">
          <span className="eyebrow">
            Case {result.number} of {total}
          </span>
          <span className="sp sm muted">
            {result.finishedAt ? <Time at={result.finishedAt} show="full" /> : null}
            {result.latencyMs === null ? '' : `, took ${latency(result.latencyMs)}`}
          </span>
        </div>
        <h2>{result.name}</h2>
        <p className="mono sm muted mt-1">{result.asks}</p>
      </div>
      <Words result={result} />
      <SideBySide result={result} />
      <dl className="kv suite-rules sm">
        <dt>Must be equal</dt>
        <dd>{result.mustEqual}</dd>
        {result.leftOut ? (
          <>
            <dt>May differ</dt>
            <dd>{result.leftOut}</dd>
          </>
        ) : null}
        <dt>Time</dt>
        <dd>{result.time}</dd>
      </dl>
      <History result={result} />
    </>
  );
}

function Words({ result }: { result: ResultView }) {
  const { outcome, sentence, differences, explanation, explainedBy } = result;
  if (outcome === 'MATCH' || outcome === null) {
    return (
      <div className="suite-words calm">
        <p>{sentence}</p>
      </div>
    );
  }
  return (
    <div className={outcome === 'EXPLAINED' ? 'suite-words warn' : 'suite-words'}>
      <p>
        <b>{outcomeBadge[outcome].label}.</b> {differences[0]?.sentence ?? sentence}
      </p>
      {differences.length > 1 ? (
        <ul>
          {differences.slice(1).map((difference) => (
            <li key={`${difference.path} ${difference.sentence}`}>{difference.sentence}</li>
          ))}
        </ul>
      ) : null}
      {explanation ? (
        <p>
          <b>{explainedBy ?? 'Explained'}:</b> {explanation}
        </p>
      ) : null}
    </div>
  );
}

function History({ result: { history } }: { result: ResultView }) {
  if (history.length < 2) return null;
  const matched = history.filter(({ outcome }) => outcome === 'MATCH').length;
  const last = history.at(-1)?.outcome;
  const now = last ? outcomeBadge[last].label.toLowerCase() : '';
  const words = `matched in ${matched} of ${counted(history.length, 'run')}, ${now} now`;
  return (
    <div className="suite-rules">
      <p className="eyebrow mb-2">This case in the last {history.length} runs</p>
      <div className="row flex-wrap">
        <OutcomeSquares
          label={words}
          squares={history.map(({ replayId, outcome }) => ({ id: replayId, outcome }))}
        />
        <span className="sm muted">{words}</span>
      </div>
    </div>
  );
}
