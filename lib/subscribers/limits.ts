import type { Context } from '@/lib/platform/context';
import { countAttempt, fingerprint, type RateRule } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

const hour = 3_600;

/** For one network, and for everybody together. */
export function subscribeRules(ctx: Context): RateRule[] {
  return [
    { bucket: `subscribe:from:${ctx.addressBlock ?? 'none'}`, limit: 20, seconds: hour },
    { bucket: 'subscribe:all', limit: 2_000, seconds: hour },
  ];
}

export function tooManySubscriptions(seconds: number): string {
  return `Too many subscriptions from this network. Try again in ${waitingTime(seconds)}.`;
}

/**
 * Whether the owner of an address has been written to often enough today, so that nobody fills a stranger's mailbox
 * with our questions. The person who asks is not told, because that would say something about the address.
 */
export async function askedOften(email: string): Promise<boolean> {
  const wait = await countAttempt([
    { bucket: `subscribe:to:${fingerprint(email)}`, limit: 4, seconds: 24 * hour },
  ]);
  return wait > 0;
}
