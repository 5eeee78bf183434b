import { actorScope } from '@/lib/platform/context';
import { limit, ofNetwork, ruleOf } from '@/lib/platform/limits/limit';
import type { MailboxLimits } from '@/lib/platform/limits/mailbox';
import type { Limits } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

const hour = 3_600;
const beyond = 'refused';
const silent = 'answered alike, and no mail';

const mailedLinks = limit({
  name: 'mailed-link:block',
  counts: 'tries of a network behind invitations and links for a new password; an office may join on one day',
  most: 60,
  seconds: 600,
  beyond,
});

/** What is done behind a mailed link, by network. */
export const mailedLinkLimits: Limits<unknown> = {
  rules: (ctx) => ofNetwork(mailedLinks, ctx),
  sentence: (seconds) => `Too many tries from this network. Try again in ${waitingTime(seconds)}.`,
};

const passwordChanges = limit({
  name: 'change-password',
  counts: 'changes of a password by one member',
  most: 10,
  seconds: 900,
  beyond,
});

export const changePasswordLimits: Limits<unknown> = {
  rules: (ctx) => [ruleOf(passwordChanges, actorScope(ctx))],
  sentence: (seconds) => `Too many tries. Try again in ${waitingTime(seconds)}.`,
};

const resets = limit({
  name: 'reset:block',
  counts: 'links for a new password that a network asks for',
  most: 10,
  seconds: 600,
  beyond,
});

export const requestResetLimits: Limits<unknown> = {
  rules: (ctx) => ofNetwork(resets, ctx),
  sentence: (seconds) => `Too many requests from this network. Try again in ${waitingTime(seconds)}.`,
};

/** Whoever knows an address may fill its mailbox no more than this, and never keeps its owner out. */
export const resetMailbox: MailboxLimits = {
  ofAsker: limit({
    name: 'reset:pair',
    counts: 'links for a new password mailed to one address because a network asked',
    most: 3,
    seconds: hour,
    beyond: silent,
  }),
  ofAll: limit({
    name: 'reset:mailbox',
    counts: 'links for a new password mailed to one address',
    most: 12,
    seconds: 24 * hour,
    beyond: 'one an hour',
  }),
  still: limit({
    name: 'reset:still',
    counts: 'links for a new password mailed to one address beyond that',
    most: 1,
    seconds: hour,
    beyond: silent,
  }),
};
