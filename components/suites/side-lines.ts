import type { ResultView } from '@/lib/suites/queries/views';
import type { Answer, Difference, HttpAnswer } from '@/lib/suites/rules/answer';
import { statusWords } from '@/lib/suites/rules/word';

/** One line of the comparison: what is known on the left, what was got on the right. */
export interface SideLine {
  id: string;
  known: string;
  got: string;
  differs: boolean;
}

/** Of those that are not compared a few are named, so that nobody thinks that they were. */
const maxOtherHeaders = 3;

/** They speak of the connection, not of the answer. */
const connectionHeaders = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

function headerLines(known: HttpAnswer, got: HttpAnswer, result: ResultView): SideLine[] {
  const compared = result.comparison.kind === 'HTTP' ? result.comparison.headers : [];
  const differing = new Set(result.differences.map(({ path }) => path));
  const others = Object.keys(known.headers).filter(
    (name) => !compared.includes(name) && !connectionHeaders.includes(name),
  );
  const line = (name: string, isCompared: boolean): SideLine => {
    const words = (answer: HttpAnswer) => {
      const value = answer.headers[name];
      return value === undefined ? `${name}: none` : `${name}: ${value}`;
    };
    const side = (answer: HttpAnswer) => (isCompared ? words(answer) : `${name}: not compared`);
    return { id: name, known: side(known), got: side(got), differs: differing.has(`header:${name}`) };
  };
  return [
    ...compared.map((name) => line(name, true)),
    ...others.slice(0, maxOtherHeaders).map((name) => line(name, false)),
  ];
}

/** Status and headers, side by side; for other kinds what was seen. */
export function answerLines(result: ResultView): SideLine[] {
  const { known, got } = result;
  if (known.answer.kind === 'HTTP' && got?.kind === 'HTTP') {
    const status = { id: 'status', known: statusWords(known.answer.status), got: statusWords(got.status) };
    const differs = result.differences.some(({ path }) => path === 'status');
    return [{ ...status, differs }, ...headerLines(known.answer, got, result)];
  }
  const words = (answer: Answer | null) =>
    answer === null ? 'No answer' : answer.kind === 'HTTP' ? statusWords(answer.status) : answer.sentence;
  return [
    {
      id: 'seen',
      known: words(known.answer),
      got: words(got),
      differs: result.differences.length > 0 || !got,
    },
  ];
}

const notInBody = (path: string) => path === 'status' || path === 'latency' || path.startsWith('header:');

/** The places in the body that differ, side by side. */
export function bodyLines(differences: readonly Difference[]): SideLine[] {
  return differences
    .filter(({ path }) => !notInBody(path))
    .map(({ path, expected, actual }, place) => ({
      id: `${path} ${place}`,
      known: path ? `${path}: ${expected ?? 'nothing'}` : (expected ?? 'nothing'),
      got: path ? `${path}: ${actual ?? 'nothing'}` : (actual ?? 'nothing'),
      differs: true,
    }));
}
