import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { Audience } from './topics';

/** The audience of the console's stream. @throws AppError `unauthenticated`, `forbidden` */
export function staffAudience(actor: Actor): Audience {
  if (actor.kind === 'anonymous') throw new AppError('unauthenticated', 'Sign in to follow what happens.');
  if (actor.kind !== 'member' || actor.role === 'USER') {
    throw new AppError('forbidden', 'This stream is for members of the service team.');
  }
  return { kind: 'staff', sessionId: actor.sessionId };
}
