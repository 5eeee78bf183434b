import { z } from 'zod';
import { concernSettled } from '@/lib/home/events';
import { homePolicy } from '@/lib/home/policy';
import { settleConcernInput } from '@/lib/home/schema';
import { actingMember } from '@/lib/members/acting-member';
import { instant } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { settleForNow } from '@/lib/platform/process/concerns';

/** What is still so after this is told again: by then it may be something else. Milliseconds. */
const againAfterMs = 30 * 86_400_000;

/** Somebody who looked says that nothing has to be done about a concern, and why. @throws AppError `conflict` */
export const settleConcern = command({
  input: settleConcernInput,
  answer: z.object({ name: z.string(), until: instant }),
  load: async () => undefined,
  allow: permit(homePolicy, 'concern.settle'),
  run: async ({ tx, input: { name, says, why }, ctx, now, record }) => {
    const until = new Date(now.getTime() + againAfterMs);
    if (!(await settleForNow(tx, { name, says }, { until, byId: actingMember(ctx.actor), why })))
      throw new AppError('conflict', 'This is over by now, or says something else: read it again.');
    record(concernSettled({ name }));
    return { name, until: until.toISOString() };
  },
});
