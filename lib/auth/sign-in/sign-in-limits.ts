import { createHmac } from 'node:crypto';
import { AppError } from '@/lib/platform/errors';
import { countAttempt, type RateRule, refundAttempt } from '@/lib/platform/limits/rate-limit';
import { pause } from '@/lib/platform/process/pause';
import { waitingTime } from '@/lib/platform/rules/duration';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

const minute = 60;
const hour = 3_600;
/** Tries on one account from everywhere within 15 minutes after which each further one is slowed down. */
const calm = 50;
const slowDownMs = 400;

export interface Try {
  email: string;
  /** The network that the try comes from. */
  block: string | undefined;
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
function signInRules({ email, block = 'direct', device }: Try): RateRule[] {
  const account = accountOf(email);
  if (device) {
    return [
      { bucket: `sign-in:device:${device}`, limit: 10, seconds: minute },
      { bucket: `sign-in:device-hour:${device}`, limit: 60, seconds: hour },
    ];
  }
  return [
    { bucket: `sign-in:pair:${account}:${block}`, limit: 6, seconds: minute },
    { bucket: `sign-in:pair-hour:${account}:${block}`, limit: 30, seconds: hour },
    { bucket: `sign-in:block:${block}`, limit: 30, seconds: minute },
    { bucket: `sign-in:block-hour:${block}`, limit: 300, seconds: hour },
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
  const bucket = `sign-in:account:${accountOf(attempt.email)}`;
  if ((await countAttempt([{ bucket, limit: calm, seconds: 15 * minute }])) > 0) await pause(slowDownMs);
}

/** A right password was no try: people who sign in together behind one address do not use each other's up. */
export async function forgetTry(attempt: Try): Promise<void> {
  await refundAttempt(signInRules(attempt));
}
