import type { HttpAnswer, ReceivedAnswer } from '@/lib/suites/rules/answer';
import { type Comparison, comparisonSchema } from '@/lib/suites/rules/case';

const encoded = (text: string) => Buffer.from(text).toString('hex');

/** An answer as a suite hears it. */
export function received(
  text: string | null,
  given: Partial<HttpAnswer> = {},
  latencyMs = 20,
): ReceivedAnswer<HttpAnswer> {
  const answer: HttpAnswer = {
    kind: 'HTTP',
    status: 200,
    headers: { 'content-type': 'application/json' },
    size: text?.length ?? 4,
    sha256: encoded(text ?? 'none'),
    excerpt: text,
    ...given,
  };
  return { answer, text, latencyMs };
}

/** One with a body of JSON. */
export const json = (value: unknown, given: Partial<HttpAnswer> = {}) =>
  received(JSON.stringify(value), given);

/** The comparison of an HTTP case, with what is given besides the defaults. */
export const http = (given: object = {}): Comparison => comparisonSchema.parse({ kind: 'HTTP', ...given });
