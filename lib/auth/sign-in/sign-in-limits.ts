import { createHmac } from 'node:crypto';
import { AppError } from '@/lib/platform/errors';
import { limit, type Network, ofNetwork, type RateRule, ruleOf } from '@/lib/platform/limits/limit';
import { countAttempt, refundAttempt } from '@/lib/platform/limits/rate-limit';
import { pause } from '@/lib/platform/process/pause';
import { waitingTime } from '@/lib/platform/rules/duration';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

const minute = 60;
const hour = 3_600;
const slowDownMs = 400;
const beyond = 'refused';

const limits = {
  device: limit({
    name: 'sign-in:device',
    counts: 'tries of a known browser',
    most: 10,
    seconds: minute,
    beyond,
  }),
  deviceHour: limit({
    name: 'sign-in:device-hour',
    counts: 'tries of a known browser',
    most: 60,
    seconds: hour,
    beyond,
  }),
  pair: limit({
    name: 'sign-in:pair',
    counts: 'tries of a network on one account',
    most: 6,
    seconds: minute,
    beyond,
  }),
  pairHour: limit({
    name: 'sign-in:pair-hour',
    counts: 'tries of a network on one account',
    most: 30,
    seconds: hour,
    beyond,
  }),
  block: limit({ name: 'sign-in:block', counts: 'tries of a network', most: 30, seconds: minute, beyond }),
  blockHour: limit({
    name: 'sign-in:block-hour',
    counts: 'tries of a network',
    most: 300,
    seconds: hour,
    beyond,
  }),
  account: limit({
    name: 'sign-in:account',
    counts: 'tries of strangers on one account',
    most: 50,
    seconds: 15 * minute,
    beyond: 'answered slower, to strangers only',
  }),
};

export interface Try {
  email: string;
  /** The network that the try comes from, and the site that it is a part of. */
  block: string | undefined;
  site?: string | undefined;
  /** A browser that signed in to this account before. */
  device: string | null;
}

function accountOf(email: string): string {
  return createHmac('sha256', derivedKey('sign-in-account')).update(email).digest('base64url').slice(0, 22);
}

/**
 * What a try counts against. Never the account alone, which would let anybody lock its owner out: the account as seen
 * from one network, that network as a whole, or the browser that is known to the account.
 */
export function signInRules({ email, block, site, device }: Try): RateRule[] {
  if (device) return [ruleOf(limits.device, device), ruleOf(limits.deviceHour, device)];
  const from: Network = { ...(block ? { addressBlock: block } : {}), ...(site ? { addressSite: site } : {}) };
  const account = accountOf(email);
  return [
    ...ofNetwork(limits.pair, from, account),
    ...ofNetwork(limits.pairHour, from, account),
    ...ofNetwork(limits.block, from),
    ...ofNetwork(limits.blockHour, from),
  ];
}

/**
 * Counts a try before its password is looked at. An account under attack from many networks answers slower to
 * strangers, and as fast as ever to its known browsers.
 * @throws AppError `rate_limited`
 */
export async function countTry(attempt: Try): Promise<void> {
  const seconds = await countAttempt(signInRules(attempt));
  if (seconds > 0) {
    throw new AppError(
      'rate_limited',
      `Too many tries from this network. Try again in ${waitingTime(seconds)}.`,
      {
        retryAfter: seconds,
      },
    );
  }
  if (attempt.device) return;
  const ofAccount = ruleOf(limits.account, accountOf(attempt.email));
  if ((await countAttempt([ofAccount])) > 0) await pause(slowDownMs);
}

/** A right password was no try: people who sign in together behind one address do not use each other's up. */
export async function forgetTry(attempt: Try, at: number): Promise<void> {
  await refundAttempt(signInRules(attempt), at);
}
