import { ScrollRegion } from '@/components/ui/scroll-region';
import { Time } from '@/components/ui/time';
import type { ResultView } from '@/lib/suites/queries/views';
import type { HttpAnswer } from '@/lib/suites/rules/answer';
import { bytesWords } from '@/lib/suites/rules/word';
import { answerLines, bodyLines, type SideLine } from './side-lines';

/** The known good answer beside the one that came. */
export function SideBySide({ result }: { result: ResultView }) {
  const [answer, body] = [answerLines(result), bodyLines(result.differences)];
  const { known, got } = result;
  return (
    <div className="suite-sides">
      <div className="suite-known">
        <h3>
          Known good{' '}
          <span>
            baseline {known.baselineNumber}, <Time at={known.recordedAt} />
          </span>
        </h3>
        <AnswerSide answer={answer} body={body} side="known" />
        <AnswerBody answer={known.answer.kind === 'HTTP' ? known.answer : null} />
      </div>
      <div>
        <h3>
          Got{' '}
          <span>
            {result.address}
            {result.finishedAt ? (
              <>
                , <Time at={result.finishedAt} />
              </>
            ) : null}
          </span>
        </h3>
        <AnswerSide answer={answer} body={body} side="got" />
        <AnswerBody answer={got?.kind === 'HTTP' ? got : null} />
      </div>
    </div>
  );
}

interface SideProps {
  answer: SideLine[];
  body: SideLine[];
  side: 'known' | 'got';
}

function AnswerSide({ answer, body, side }: SideProps) {
  return (
    <>
      <p className="suite-line-h">Answer</p>
      {answer.map((line) => (
        <Line key={line.id} line={line} side={side} />
      ))}
      {body.length > 0 ? <p className="suite-line-h">What differs in the body</p> : null}
      {body.map((line) => (
        <Line key={line.id} line={line} side={side} />
      ))}
    </>
  );
}

function Line({ line, side }: { line: SideLine; side: 'known' | 'got' }) {
  const sign = side === 'known' ? '✓' : '×';
  return (
    <div className={line.differs ? 'suite-line differs' : 'suite-line'}>
      <i aria-hidden>{line.differs ? sign : ''}</i>
      <span className={line[side].endsWith('not compared') ? 'muted' : undefined}>{line[side]}</span>
    </div>
  );
}

function AnswerBody({ answer }: { answer: HttpAnswer | null }) {
  if (!answer) return null;
  const { size, excerpt } = answer;
  const title = `Body, ${bytesWords(size)}`;
  if (!excerpt) return <p className="suite-line-h pb-3">{title}</p>;
  return (
    <>
      <p className="suite-line-h">{title}</p>
      <ScrollRegion label={title} className="suite-body">
        {excerpt}
      </ScrollRegion>
    </>
  );
}
