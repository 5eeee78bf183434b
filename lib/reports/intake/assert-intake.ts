import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { limit, ofNetwork, type RateRule, ruleOf } from '@/lib/platform/limits/limit';
import { waitingTime } from '@/lib/platform/rules/duration';
import { type IntakeLimit, intakeLimit } from './intake-limit';

const beyond = 'refused';
const limits = {
  block: limit({
    name: 'report:block',
    counts: 'reports of a network without a sign-in; a whole office may sit behind it',
    most: 40,
    seconds: 600,
    beyond,
  }),
  key: limit({ name: 'report:key', counts: 'reports with one API key', most: 600_000, seconds: 60, beyond }),
  member: limit({ name: 'report:member', counts: 'reports of one member', most: 60, seconds: 600, beyond }),
  most: limit({
    name: 'report:most',
    counts: 'reports without a sign-in of networks within their own limit',
    most: 3_000,
    seconds: 60,
    beyond,
  }),
  calm: limit({
    name: 'report:calm',
    counts: 'reports without a sign-in of networks within their own limit',
    most: 300,
    seconds: 60,
    beyond: 'held until their address is confirmed',
  }),
};

function senderRules(ctx: Context): RateRule[] {
  switch (ctx.actor.kind) {
    case 'key':
      return [ruleOf(limits.key, ctx.actor.keyId)];
    case 'member':
      return [ruleOf(limits.member, ctx.actor.memberId)];
    case 'anonymous':
      return ofNetwork(limits.block, ctx);
    default:
      return [];
  }
}

/**
 * Counts the report against its sender and against all.
 * @returns whether more come in than usual, so that reports of strangers are held
 * @throws AppError `rate_limited`
 */
export function assertIntake(ctx: Context, counts: IntakeLimit = intakeLimit()): { crowded: boolean } {
  const stranger = ctx.actor.kind === 'anonymous';
  const wait = counts.take([...senderRules(ctx), ...(stranger ? [ruleOf(limits.most)] : [])]);
  if (wait > 0) {
    const sentence = `Many reports came from your network in a short time. Your text is kept: send it again in ${waitingTime(wait)}, or call the service desk.`;
    throw new AppError('rate_limited', sentence, { retryAfter: wait });
  }
  return { crowded: stranger && counts.take([ruleOf(limits.calm)]) > 0 };
}
