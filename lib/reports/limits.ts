import { actorScope } from '@/lib/platform/context';
import type { Limits } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

/** What one reporter may do with their own report, or a member with theirs: each act stays in the log for good. */
export const reporterLimits: Limits<unknown> = {
  rules: (ctx) => [{ bucket: `reporter:${actorScope(ctx)}`, limit: 30, seconds: 600 }],
  sentence: (seconds) =>
    `That is a lot at once. Nothing is lost: wait ${waitingTime(seconds)}, then send it again.`,
};
