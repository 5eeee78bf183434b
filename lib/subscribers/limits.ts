import { actorScope } from '@/lib/platform/context';
import { limit, ofEverybody, ofNetwork, ruleOf } from '@/lib/platform/limits/limit';
import type { MailboxLimits } from '@/lib/platform/limits/mailbox';
import type { Limits } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

const hour = 3_600;

const beyond = 'refused';
const ofOne = limit({
  name: 'subscribe:from',
  counts: 'subscriptions that a network asks for',
  most: 20,
  seconds: hour,
  beyond,
});
const ofAll = limit({
  name: 'subscribe:all',
  counts: 'subscriptions that networks within their own limit ask for',
  most: 2_000,
  seconds: hour,
  beyond,
});

/** Who fills a field that people do not see. */
export const isOfProgram = (website: string | undefined): boolean => Boolean(website?.trim());

/** For one network, and for everybody together, where a mail may come of it. */
export const subscribeLimits: Limits<{ website?: string | undefined }> = {
  rules: (ctx, { website }) => [
    ...ofNetwork(ofOne, ctx),
    ...(isOfProgram(website) ? [] : ofEverybody(ofAll, ctx)),
  ],
  sentence: (seconds, isShared) =>
    `${isShared ? 'Standby gets more subscriptions than it takes at this moment' : 'Too many subscriptions from this network'}. Try again in ${waitingTime(seconds)}.`,
};

const day = 24 * hour;
const silent = 'answered alike, and no mail';

/** Nobody fills a stranger's mailbox with our questions, or keeps its owner from their own. */
export const subscribeMailbox: MailboxLimits = {
  ofAsker: limit({
    name: 'subscribe:pair',
    counts: 'questions to one address because a network asked',
    most: 3,
    seconds: day,
    beyond: silent,
  }),
  ofAll: limit({
    name: 'subscribe:to',
    counts: 'questions to one address',
    most: 4,
    seconds: day,
    beyond: 'one an hour',
  }),
  still: limit({
    name: 'subscribe:still',
    counts: 'questions to one address beyond that',
    most: 1,
    seconds: hour,
    beyond: silent,
  }),
};

const changes = limit({
  name: 'subscription:changes',
  counts: 'changes of one subscription behind its link; each stays in the log for good',
  most: 30,
  seconds: 600,
  beyond,
});

export const changeLimits: Limits<unknown> = {
  rules: (ctx) => [ruleOf(changes, actorScope(ctx))],
  sentence: (seconds) => `That is a lot at once. Try again in ${waitingTime(seconds)}.`,
};
