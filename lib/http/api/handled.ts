import type { z } from 'zod';
import type { PolicyRow } from '@/lib/platform/policy';
import type { ApiAnswer, ApiRequest } from './request';

/** A route that is more than one command or query: it looks at the request itself, and says here what it takes. */
export interface Handled<I extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  /** What it does, as a sentence for the reference. */
  says: string;
  /** Who may, in the words of the reference; or the row of the policy that it asks. */
  who: string | PolicyRow;
  /** What a caller has to show; `open` unless said. A row of the policy says it. */
  security?: 'session';
  input: I;
  answer: A;
  /** Of an answer that worked; 200 unless said, or 204 when it is nothing. */
  status?: 201;
  /** What an answer of 202 means, where there is one besides. */
  later?: string;
  /** The media type of an answer that is not JSON. */
  type?: 'text/event-stream' | 'text/html';
  /** @throws AppError, which is answered as a problem document */
  handle: (request: ApiRequest, params: Record<string, string>) => Promise<ApiAnswer>;
}

export function handled<I extends z.ZodType, A extends z.ZodType>(route: Handled<I, A>): Handled<I, A> {
  return route;
}
