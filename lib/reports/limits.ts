import { actorScope, type Context } from '@/lib/platform/context';
import { limit, ofNetwork, type RateRule, ruleOf } from '@/lib/platform/limits/limit';
import type { MailboxLimits } from '@/lib/platform/limits/mailbox';
import { fingerprint, type Limits } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

const seconds = 600;
const beyond = 'refused';

const reporterActs = limit({
  name: 'reporter',
  counts:
    'acts behind one private link, or of one member on their own reports; each stays in the log for good',
  most: 30,
  seconds,
  beyond,
});

/** What one reporter may do with their own report, or a member with theirs. */
export const reporterLimits: Limits<unknown> = {
  rules: (ctx) => [ruleOf(reporterActs, actorScope(ctx))],
  sentence: (wait) =>
    `That is a lot at once. Nothing is lost: wait ${waitingTime(wait)}, then send it again.`,
};

const readdressed = limit({
  name: 'reporter:address',
  counts: 'corrections of the address of a report; each may ask somebody',
  most: 10,
  seconds: 3_600,
  beyond,
});
const readdressedOfNetwork = limit({
  name: 'reporter:address:block',
  counts: 'the same, of a network',
  most: 30,
  seconds: 3_600,
  beyond,
});

/** The same of a correction; one that names an address also by where it comes from. */
export const correctLimits: Limits<{ email?: string | null | undefined }> = {
  ...reporterLimits,
  rules: (ctx, input) => [
    ...reporterLimits.rules(ctx, input),
    ...(input.email ? [ruleOf(readdressed, actorScope(ctx)), ...ofNetwork(readdressedOfNetwork, ctx)] : []),
  ],
};

const pictures = limit({
  name: 'picture:by',
  counts: 'pictures of one sender; drawing costs seconds',
  most: 20,
  seconds,
  beyond,
});
const picturesOfNetwork = limit({
  name: 'picture:block',
  counts: 'pictures of a network',
  most: 60,
  seconds,
  beyond,
});

export const pictureLimits: Limits<unknown> = {
  rules: (ctx) => [
    ruleOf(pictures, actorScope(ctx)),
    ...(ctx.addressBlock ? ofNetwork(picturesOfNetwork, ctx) : []),
  ],
  sentence: (wait) => `Many pictures came in a short time. Send this one again in ${waitingTime(wait)}.`,
};

const storedOfNetwork = limit({
  name: 'picture:kilobytes',
  counts: 'kilobytes of pictures that are kept for a network',
  most: 500_000,
  seconds: 86_400,
  beyond,
});

/** Nothing is drawn for a network that has less room than this left, in kilobytes. */
const leastRoom = 1_000;

/** Whether there is room for one more picture of a network; counts nothing. */
export function roomRules(ctx: Context): RateRule[] {
  return storedRules(ctx, 0).map((rule) => ({ ...rule, limit: rule.limit - leastRoom }));
}

/** What one network may have stored, so that none fills the room of all. */
export function storedRules(ctx: Context, bytes: number): RateRule[] {
  const rules = ctx.addressBlock ? ofNetwork(storedOfNetwork, ctx) : [];
  return rules.map((rule) => ({ ...rule, weight: Math.ceil(bytes / 1_000) }));
}

const hour = 3_600;
const silent = 'answered alike, and no mail';
const linkOfPair = limit({
  name: 'track-link:pair',
  counts: 'links asked for by a network with one reference and address',
  most: 5,
  seconds: hour,
  beyond,
});
const linkOfNetwork = limit({
  name: 'track-link:block',
  counts: 'links asked for by a network',
  most: 20,
  seconds: hour,
  beyond,
});

/** By who asks: whoever knows reference and address uses up the tries of nobody else who does. */
export const linkLimits: Limits<{ ref: string; email: string }> = {
  rules: (ctx, { ref, email }) => [
    ...ofNetwork(linkOfPair, ctx, fingerprint(`${ref} ${email}`)),
    ...ofNetwork(linkOfNetwork, ctx),
  ],
  sentence: (wait) => `That was asked for several times. Wait ${waitingTime(wait)}, then try again.`,
};

/** Whoever knows reference and address may fill its mailbox no more than this, and never keeps its owner out. */
export const linkMailbox: MailboxLimits = {
  ofAll: limit({
    name: 'track-link:mailbox',
    counts: 'links mailed to the reporter of one report',
    most: 12,
    seconds: 24 * hour,
    beyond: 'one an hour',
  }),
  still: limit({
    name: 'track-link:still',
    counts: 'links mailed to the reporter of one report beyond that',
    most: 1,
    seconds: hour,
    beyond: silent,
  }),
};
