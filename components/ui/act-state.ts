import type { SummaryError } from './error-summary';

/** What a form or a question shows of the act that it does. */
export interface ActState {
  pending: boolean;
  errors: readonly SummaryError[];
}
