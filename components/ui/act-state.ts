import type { SummaryError } from './error-summary';

/** What a form or a question shows of the act that it does. */
export interface ActState {
  pending: boolean;
  errors: readonly SummaryError[];
}

/** What a field of the form is called, and what was refused there, by the path of its input. */
export type FieldOf = (path: string) => { name: string; error: string | undefined };

/** Two acts of one form, of which one is done at a time. */
export function eitherAct(one: ActState, other: ActState): ActState {
  return { pending: one.pending || other.pending, errors: [...one.errors, ...other.errors] };
}
