import { endSession } from '@/lib/members/commands/end-session';
import type { Context } from '@/lib/platform/context';

/** Ends the session of a signed-in caller; nothing for anybody else, because signing out twice is no mistake. */
export async function signOut(ctx: Context): Promise<void> {
  if (ctx.actor.kind === 'member') await endSession(ctx, { sessionId: ctx.actor.sessionId });
}
