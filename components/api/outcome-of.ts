import type { ApiProblem } from './call-api';
import { refusalOf } from './refusal';

/**
 * What became of a sending. What is shown before it is answered is put back when it was refused; `change` says how.
 * Whatever follows on an answer is no part of it: what goes wrong there does not make the act one that was refused.
 */
export async function outcomeOf<A>(
  send: () => Promise<A>,
  change?: () => Promise<() => void>,
): Promise<{ answer: A } | { refused: ApiProblem }> {
  let putBack: (() => void) | undefined;
  try {
    putBack = await change?.();
    return { answer: await send() };
  } catch (error) {
    putBack?.();
    return { refused: refusalOf(error) };
  }
}
