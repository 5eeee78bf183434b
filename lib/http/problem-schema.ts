import type { ErrorCode } from '@/lib/platform/errors';

/** An RFC 9457 problem document. `detail` is the sentence of the refusal, `fields` its refusals per input field. */
export interface Problem {
  type: string;
  title: ErrorCode | 'internal';
  status: number;
  detail: string;
  fields?: Record<string, string[]>;
  retryAfter?: number;
  details?: Record<string, unknown>;
}
