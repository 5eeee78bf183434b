import { z } from 'zod';
import { view } from '@/lib/platform/answers/view';
import type { HttpAnswer, ReceivedAnswer } from './answer';
import type { Comparison, HttpComparison } from './case';
import { jsonDifferences } from './json';
import { generalPath } from './path';

/** What changed between two answers of one healthy service, and so can never be compared. */
const volatileSchema = view('Volatile', {
  headers: z.array(z.string()),
  paths: z.array(z.string()),
  /** Something differs that leaving out paths does not cure, in words; null when there is nothing. */
  sentence: z.string().nullable(),
});
type Volatile = z.infer<typeof volatileSchema>;

/** Of each case that was not answered alike twice. */
export const volatileCasesSchema = z.array(
  z.object({ caseId: z.uuid(), name: z.string() }).extend(volatileSchema.shape),
);

function json(text: string | null): { value: unknown } | null {
  try {
    return text === null ? null : { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/**
 * Looks at two answers to one request, one right after the other, for what is not the same. Places in a list
 * become a place in every item; more than its `extra` and tolerances allow is found as the comparison would find it.
 */
export function volatileParts(
  first: ReceivedAnswer,
  second: ReceivedAnswer,
  comparison: Comparison,
): Volatile {
  const nothing: Volatile = { headers: [], paths: [], sentence: null };
  if (comparison.kind !== 'HTTP') return nothing;
  const [a, b] = [first.answer, second.answer];
  if (a.kind !== 'HTTP' || b.kind !== 'HTTP') return nothing;
  const headers = comparison.headers.filter((name) => a.headers[name] !== b.headers[name]);
  if (a.status !== b.status) {
    return { headers, paths: [], sentence: `It answered ${a.status}, and ${b.status} a moment later.` };
  }
  return {
    headers,
    ...volatileBody(first as ReceivedAnswer<HttpAnswer>, second as ReceivedAnswer<HttpAnswer>, comparison),
  };
}

function volatileBody(
  first: ReceivedAnswer<HttpAnswer>,
  second: ReceivedAnswer<HttpAnswer>,
  { body }: HttpComparison,
): Pick<Volatile, 'paths' | 'sentence'> {
  if (body.as === 'JSON') {
    const [a, b] = [json(first.text), json(second.text)];
    const found = a && b ? jsonDifferences(a.value, b.value, body) : [];
    return { paths: [...new Set(found.map(({ place }) => generalPath(place)))].slice(0, 50), sentence: null };
  }
  const isWhole = body.as === 'TEXT' || body.as === 'BYTES';
  if (!isWhole || first.answer.sha256 === second.answer.sha256) return { paths: [], sentence: null };
  const sentence = 'Its body changes from one request to the next. Compare only some words of it.';
  return { paths: [], sentence };
}
