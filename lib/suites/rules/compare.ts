import { plural } from '@/lib/language/words';
import { latency } from '@/lib/platform/rules/duration';
import type { CaseOutcome } from '@/lib/suites/schema';
import type { Answer, Difference, HttpAnswer, ProbeAnswer, ReceivedAnswer } from './answer';
import type { Comparison, HttpComparison, LatencyComparison } from './case';
import { jsonDifferences } from './json';
import { bytesWords, statusWords, tidy } from './word';

export interface Verdict {
  outcome: Extract<CaseOutcome, 'MATCH' | 'DIFFER' | 'SLOW'>;
  differences: Difference[];
  /** The whole in one sentence. */
  sentence: string;
}

/** Every case has this much time whatever the factor: below it, a factor measures noise. Milliseconds. */
const leastMs = 100;

/** What was heard against the known good answer of the same case. Pure; the same input gives the same verdict. */
export function compareAnswers(
  known: ReceivedAnswer,
  received: ReceivedAnswer,
  comparison: Comparison,
): Verdict {
  const differences = contentDifferences(known, received, comparison);
  const late = lateness(known.latencyMs, received.latencyMs, comparison.latency);
  const all = late ? [...differences, late] : differences;
  const outcome = differences.length > 0 ? 'DIFFER' : late ? 'SLOW' : 'MATCH';
  return { outcome, differences: all, sentence: verdictSentence(all) };
}

function verdictSentence(differences: Difference[]): string {
  const [first, ...others] = differences;
  if (!first) return 'As in the baseline.';
  if (others.length === 0) return first.sentence;
  return `${first.sentence} ${others.length} more ${plural(others.length, 'difference')}.`;
}

function contentDifferences(
  known: ReceivedAnswer,
  received: ReceivedAnswer,
  comparison: Comparison,
): Difference[] {
  if (comparison.kind === 'HTTP') {
    if (!isHttp(known) || !isHttp(received)) return [otherKind];
    return httpDifferences(known, received, comparison);
  }
  if (isHttp(known) || isHttp(received)) return [otherKind];
  return probeDifferences(known.answer as ProbeAnswer, received.answer as ProbeAnswer, comparison);
}

const otherKind: Difference = {
  path: '',
  expected: null,
  actual: null,
  sentence: 'The baseline holds an answer of another kind. Record a new baseline.',
};

function isHttp(received: ReceivedAnswer): received is ReceivedAnswer<HttpAnswer> {
  return received.answer.kind === 'HTTP';
}

/** The milliseconds that a case may take; null without a limit. */
export function limitMs(knownMs: number, { maxMs, factor }: LatencyComparison): number | null {
  const limits = [maxMs, factor === null ? null : Math.max(leastMs, Math.round(knownMs * factor))];
  const set = limits.filter((limit) => limit !== null);
  return set.length === 0 ? null : Math.min(...set);
}

function lateness(knownMs: number, receivedMs: number, rule: LatencyComparison): Difference | null {
  const limit = limitMs(knownMs, rule);
  if (limit === null || receivedMs <= limit) return null;
  return {
    path: 'latency',
    expected: `at most ${latency(limit)}`,
    actual: latency(receivedMs),
    sentence: `Took ${latency(receivedMs)}: at most ${latency(limit)}, and ${latency(knownMs)} in the baseline.`,
  };
}

function httpDifferences(
  known: ReceivedAnswer<HttpAnswer>,
  received: ReceivedAnswer<HttpAnswer>,
  rules: HttpComparison,
): Difference[] {
  const differences: Difference[] = [];
  if (rules.status && known.answer.status !== received.answer.status) {
    const [expected, actual] = [statusWords(known.answer.status), statusWords(received.answer.status)];
    differences.push({
      path: 'status',
      expected,
      actual,
      sentence: `Status: expected ${expected}, got ${actual}.`,
    });
  }
  const redirect = redirectDifference(known.answer, received.answer);
  if (rules.status && redirect) differences.push(redirect);
  for (const name of rules.headers) {
    const difference = headerDifference(name, known.answer.headers[name], received.answer.headers[name]);
    if (difference) differences.push(difference);
  }
  // Another status has another body for the same reason; its places would only be noise.
  if (differences[0]?.path === 'status' && rules.body.as !== 'CONTAINS') {
    return [...differences, ...bytesDifference(known.answer, received.answer, rules)];
  }
  return [...differences, ...bodyDifferences(known, received, rules)];
}

/** A page to sign in, or one that says sorry, answers 200 in the place of the one that was asked. */
function redirectDifference(
  { redirected: known }: HttpAnswer,
  { redirected: got }: HttpAnswer,
): Difference | null {
  if (known === undefined || got === undefined || known === got) return null;
  const words = (redirected: boolean) =>
    redirected ? 'that another page answers' : 'that the page itself answers';
  const [expected, actual] = [words(known), words(got)];
  const sentence = got
    ? 'It was redirected, so another page answered.'
    : 'The page itself answered; in the baseline it was redirected.';
  return { path: 'redirect', expected, actual, sentence };
}

function headerDifference(
  name: string,
  known: string | undefined,
  got: string | undefined,
): Difference | null {
  if (known === got) return null;
  const [expected, actual] = [known, got].map((value) => (value === undefined ? null : tidy(value)));
  const sentence =
    got === undefined
      ? `Header ${name} is missing: expected ${expected}.`
      : known === undefined
        ? `Header ${name} is new: got ${actual}.`
        : `Header ${name}: expected ${expected}, got ${actual}.`;
  return { path: `header:${name}`, expected: expected ?? null, actual: actual ?? null, sentence };
}

function bytesDifference(known: HttpAnswer, received: HttpAnswer, { body }: HttpComparison): Difference[] {
  if (body.as === 'NOTHING' || known.sha256 === received.sha256) return [];
  const [expected, actual] = [bytesWords(known.size), bytesWords(received.size)];
  const sentence =
    known.size === received.size
      ? `The body has as many bytes, ${expected}, but other ones: its SHA-256 differs.`
      : `The body differs: expected ${expected}, got ${actual}.`;
  return [{ path: 'body', expected, actual, sentence }];
}

function bodyDifferences(
  known: ReceivedAnswer<HttpAnswer>,
  received: ReceivedAnswer<HttpAnswer>,
  rules: HttpComparison,
): Difference[] {
  const { body } = rules;
  switch (body.as) {
    case 'JSON':
      return jsonBody(known, received, body);
    case 'TEXT':
      return textDifference(known, received) ?? bytesDifference(known.answer, received.answer, rules);
    case 'CONTAINS':
      return body.texts.filter((text) => !received.text?.includes(text)).map(missingText);
    case 'BYTES':
      return bytesDifference(known.answer, received.answer, rules);
    case 'NOTHING':
      return [];
  }
}

function missingText(text: string): Difference {
  const words = `“${tidy(text)}”`;
  return { path: 'body', expected: words, actual: null, sentence: `The text ${words} is not in the answer.` };
}

function parsed(text: string | null): { value: unknown } | null {
  if (text === null) return null;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function jsonBody(
  known: ReceivedAnswer<HttpAnswer>,
  received: ReceivedAnswer<HttpAnswer>,
  rules: Extract<HttpComparison['body'], { as: 'JSON' }>,
): Difference[] {
  const [good, got] = [parsed(known.text), parsed(received.text)];
  const difference = (sentence: string) => [{ path: 'body', expected: 'JSON', actual: null, sentence }];
  if (!good) return difference('The answer in the baseline is no JSON. Compare its text instead.');
  if (!got) return difference(`The body is no JSON${beginning(received)}.`);
  return jsonDifferences(good.value, got.value, rules).map(({ place, ...difference }) => difference);
}

function beginning({ answer, text }: ReceivedAnswer<HttpAnswer>): string {
  if (answer.size === 0) return ': it is empty';
  return text === null ? '' : `: it begins with “${tidy(text.trim(), 60)}”`;
}

/** The first line that is not the same, for people; null when there is no text to look at. */
function textDifference(
  known: ReceivedAnswer<HttpAnswer>,
  received: ReceivedAnswer<HttpAnswer>,
): Difference[] | null {
  if (known.text === null || received.text === null) return null;
  if (known.text === received.text) return [];
  const [good, got] = [known.text.split('\n'), received.text.split('\n')];
  const line = good.findIndex((text, place) => text !== got[place]);
  const place = line === -1 ? good.length : line;
  const words = (text: string | undefined) => (text === undefined ? 'no further line' : `“${tidy(text)}”`);
  const [expected, actual] = [words(good[place]), words(got[place])];
  const sentence = `Line ${place + 1} of the text: expected ${expected}, got ${actual}.`;
  return [{ path: `line ${place + 1}`, expected, actual, sentence }];
}

function probeDifferences(
  known: ProbeAnswer,
  received: ProbeAnswer,
  rules: Exclude<Comparison, { kind: 'HTTP' }>,
): Difference[] {
  if (!received.ok) {
    return [
      {
        path: rules.kind.toLowerCase(),
        expected: known.sentence,
        actual: received.sentence,
        sentence: received.sentence,
      },
    ];
  }
  if (rules.kind === 'TLS' && rules.issuer && known.issuer !== received.issuer) {
    const [expected, actual] = [known.issuer ?? 'none', received.issuer ?? 'none'];
    const sentence = `Issuer of the certificate: expected ${expected}, got ${actual}.`;
    return [{ path: 'issuer', expected, actual, sentence }];
  }
  if (rules.kind !== 'DNS' || !rules.addresses) return [];
  const words = (answer: Answer) => ('addresses' in answer ? [...answer.addresses].sort().join(', ') : '');
  const [expected, actual] = [words(known), words(received)];
  if (expected === actual) return [];
  return [
    { path: 'addresses', expected, actual, sentence: `Addresses: expected ${expected}, got ${actual}.` },
  ];
}
