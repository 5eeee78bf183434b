import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { RateRule } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';
import { type IntakeLimit, intakeLimit } from './intake-limit';

/** A whole office may sit behind one block, so it is wide; a key is a program of ours, so it is wider. */
const perBlock = { limit: 40, seconds: 600 };
const perKey = { limit: 600_000, seconds: 60 };
const perMember = { limit: 60, seconds: 600 };

/** From so many reports without a sign-in on, they are held until their address is confirmed. */
const calmPerMinute = { limit: 300, seconds: 60 };
const mostPerMinute = { limit: 3_000, seconds: 60 };

function senderRule(ctx: Context): RateRule | null {
  switch (ctx.actor.kind) {
    case 'key':
      return { bucket: `report:key:${ctx.actor.keyId}`, ...perKey };
    case 'member':
      return { bucket: `report:member:${ctx.actor.memberId}`, ...perMember };
    case 'anonymous':
      return { bucket: `report:block:${ctx.addressBlock ?? 'none'}`, ...perBlock };
    default:
      return null;
  }
}

/**
 * Counts the report against its sender and against all.
 * @returns whether more come in than usual, so that reports of strangers are held
 * @throws AppError `rate_limited`
 */
export function assertIntake(ctx: Context, limit: IntakeLimit = intakeLimit()): { crowded: boolean } {
  const ofSender = senderRule(ctx);
  const stranger = ctx.actor.kind === 'anonymous';
  const rules = [
    ...(ofSender ? [ofSender] : []),
    ...(stranger ? [{ bucket: 'report:most', ...mostPerMinute }] : []),
  ];
  const wait = limit.take(rules);
  if (wait > 0) {
    const sentence = `Many reports came from your network in a short time. Your text is kept: send it again in ${waitingTime(wait)}, or call the service desk.`;
    throw new AppError('rate_limited', sentence, { retryAfter: wait });
  }
  return { crowded: stranger && limit.take([{ bucket: 'report:calm', ...calmPerMinute }]) > 0 };
}
