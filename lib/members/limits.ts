import type { Limits } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

/** What is done behind a mailed link, by network: wide enough for an office that joins on one day. */
export const mailedLinkLimits: Limits<unknown> = {
  rules: (ctx) => [{ bucket: `mailed-link:block:${ctx.addressBlock ?? 'direct'}`, limit: 60, seconds: 600 }],
  sentence: (seconds) => `Too many tries from this network. Try again in ${waitingTime(seconds)}.`,
};
