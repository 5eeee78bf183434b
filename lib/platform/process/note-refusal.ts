import { isAppError } from '@/lib/platform/errors';
import { logger } from './log';
import { oncePerProcess } from './once-per-process';

/** Lines a minute: enough to see who tries what, too few for anybody to fill a disk by trying. */
export const mostLines = 60;

const lines = oncePerProcess('lines about refusals', () => ({
  minute: 0,
  written: 0,
  left: 0,
  noted: new WeakSet<Error>(),
}));

/** Who somebody is was not shown, what they want is not theirs to do, or they came too often. */
const worthNoting = new Set(['unauthenticated', 'forbidden', 'rate_limited']);

/** Writes one line; what is more than a minute takes is counted, and told with the first line of another one. */
function note(facts: object, what: string): void {
  const state = lines();
  const minute = Math.floor(Date.now() / 60_000);
  if (state.minute !== minute) {
    if (state.left > 0) logger().warn({ left: state.left }, 'more were refused than were written down');
    Object.assign(state, { minute, written: 0, left: 0 });
  }
  if (state.written >= mostLines) state.left += 1;
  else logger().info(facts, what);
  state.written += 1;
}

/**
 * Writes a refusal down once, where most is known of it: what was to be done, by whom (an id, never a name) and from
 * which network. @returns the error
 */
export function noteIfRefused<E>(error: E, facts: object, what = 'refused'): E {
  if (!isAppError(error) || !worthNoting.has(error.code) || lines().noted.has(error)) return error;
  lines().noted.add(error);
  note({ code: error.code, ...facts }, what);
  return error;
}
