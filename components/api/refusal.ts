import type { SummaryError } from '@/components/ui/error-summary';
import { ApiProblem } from './call-api';

/** Whatever was thrown, as a refusal. */
export function refusalOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const detail = 'That did not work. Try again.';
  return new ApiProblem({ type: 'urn:standby:unexpected', title: 'internal', status: 0, detail });
}

/** These say nothing of what became of the act, or that it was not looked at. */
const unansweredStatuses = new Set([408, 425, 429]);

/**
 * Whether a refusal is the last word on the act. A lost line, a gateway that gave up, an overload, or the same act
 * still going on are none: the act may have happened, so trying again has to be the same act.
 */
export function isAnswer({ problem: { status, title } }: ApiProblem): boolean {
  return status >= 400 && status < 500 && !unansweredStatuses.has(status) && title !== 'in_progress';
}

/** What is wrong, by the paths of the input fields; the sentence of the refusal when it is about none. */
export function errorsOf({ fields, message }: ApiProblem): SummaryError[] {
  const found = Object.entries(fields).flatMap(([field, [first]]) =>
    first ? [field ? { field, message: first } : { message: first }] : [],
  );
  return found.length > 0 ? found : [{ message }];
}
