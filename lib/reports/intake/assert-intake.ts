import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { limit, ofEverybody, ofNetwork, type RateRule, ruleOf } from '@/lib/platform/limits/limit';
import { waitingTime } from '@/lib/platform/rules/duration';
import type { FileReportInput } from '@/lib/reports/schema';
import { type IntakeLimit, intakeLimit } from './intake-limit';
import { assertReachable } from './suspicion';

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
    counts: 'reports without a sign-in of networks within their own limit, but for what looks automatic',
    most: 3_000,
    seconds: 60,
    beyond,
  }),
  automatic: limit({
    name: 'report:automatic',
    counts: 'reports that look automatic, and are held, of networks within their own limit',
    most: 3_000,
    seconds: 60,
    beyond,
  }),
  calm: limit({
    name: 'report:calm',
    counts: 'reports without a sign-in of networks within their own limit, but for what looks automatic',
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

export interface Intake {
  /** It waits for its address to be confirmed. */
  held: boolean;
  /** What it counts in that everybody shares; given back where nothing is stored of it. */
  shared: RateRule[];
}

type Judged = Pick<FileReportInput, 'email' | 'incidentRef'>;

/**
 * Counts the report against its sender, and then against all: reports that look automatic, which are held anyway, by
 * themselves, so that no number of them is a crowd. In a crowd reports of strangers are held.
 * @throws AppError `rate_limited`, `invalid` for one that is held and has no address; then it counts for its sender alone
 */
export function assertIntake(
  ctx: Context,
  { report, automatic, at }: { report: Judged; automatic: boolean; at: number },
  counts: IntakeLimit = intakeLimit(),
): Intake {
  const wait = counts.take(senderRules(ctx), at);
  const whom = ctx.actor.kind === 'anonymous' ? 'your network' : 'you';
  if (wait > 0) throw tooMany(`Many reports came from ${whom} in a short time.`, wait);
  if (ctx.actor.kind !== 'anonymous') return { held: false, shared: [] };
  if (automatic) assertReachable(report, 'automatic');
  const calm = automatic ? [] : ofEverybody(limits.calm, ctx);
  const crowded = counts.take(calm, at) > 0;
  const held = automatic || (crowded && !report.incidentRef);
  if (held) assertReachable(report, 'crowded');
  const most = ofEverybody(automatic ? limits.automatic : limits.most, ctx);
  const sharedWait = counts.take(most, at);
  const counted = crowded ? [] : calm;
  if (sharedWait === 0) return { held, shared: [...counted, ...most] };
  counts.giveBack(counted, at);
  throw tooMany('Standby gets more reports than it takes at this moment.', sharedWait);
}

function tooMany(why: string, wait: number): AppError {
  const sentence = `${why} Your text is kept: send it again in ${waitingTime(wait)}, or call the service desk.`;
  return new AppError('rate_limited', sentence, { retryAfter: wait });
}
