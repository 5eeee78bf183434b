import { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import { sessionStarted, sessionsEnded } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { sessionHours, startSessionInput } from '@/lib/members/schema';
import { members } from '@/lib/members/subject';
import { instant } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** Ends the session that the browser came with: a sign-in never goes on under an old session. */
async function replace(tx: Tx, tokenHash: Uint8Array) {
  const ended = await tx.$queryRaw<{ id: string; memberId: string }[]>`
    update session set revoked_at = now() where token_hash = ${tokenHash} and revoked_at is null
    returning id, member_id as "memberId"`;
  return ended.map((row) =>
    sessionsEnded({ memberId: row.memberId, sessionIds: [row.id], reason: 'REPLACED' }),
  );
}

/**
 * Begins a session once the password was found right. Not for callers outside `lib/auth`, which checks it.
 * @throws AppError `unauthenticated` when the member was disabled or the password changed meanwhile
 */
export const startSession = command({
  input: startSessionInput,
  answer: z.object({ sessionId: z.uuid(), expiresAt: instant }),
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'session.start'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    if (subject.disabledAt || subject.passwordHash !== input.verified) {
      throw new AppError('unauthenticated', 'That email and password do not match.');
    }
    if (input.replaces) record(...(await replace(tx, input.replaces)));
    const hours = input.keep ? sessionHours.kept : sessionHours.browser;
    const row = await tx.session.create({
      data: {
        id: newId(),
        tokenHash: new Uint8Array(input.tokenHash),
        memberId: subject.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + hours * 3_600_000),
        userAgent: ctx.userAgent?.slice(0, 300) ?? null,
        addressBlock: ctx.addressBlock ? new Uint8Array(Buffer.from(ctx.addressBlock, 'hex')) : null,
      },
    });
    await tx.member.update({ where: { id: subject.id }, data: { lastSignedInAt: now } });
    record(sessionStarted({ memberId: subject.id, sessionId: row.id }));
    return { sessionId: row.id, expiresAt: row.expiresAt.toISOString() };
  },
});
