import type { z } from 'zod';
import { actingMember } from '@/lib/members/acting-member';
import { command, type RunArguments } from '@/lib/platform/command';
import type { Allow } from '@/lib/platform/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { type RunSubject, runs } from '@/lib/runs/subject';
import { actView, type RunTransaction } from './run-transaction';

interface RunAct<T extends z.ZodType<{ ref: string }>> {
  input: T;
  allow: Allow<RunSubject>;
  run: (
    args: RunArguments<RunSubject, z.output<T>> & { transaction: RunTransaction; memberId: string | null },
  ) => Promise<void>;
}

/** An act on a run: one transaction on it, answered with what became of it. */
export function runCommand<T extends z.ZodType<{ ref: string }>>({ input, allow, run: act }: RunAct<T>) {
  return command({
    input,
    answer: runActViewSchema,
    subject: runs,
    of: ({ ref }) => ref,
    allow,
    run: async (args) => {
      const { tx, subject: run, now, ctx } = args;
      let isSame = true;
      const record: typeof args.record = (...drafts) => {
        isSame &&= drafts.length === 0;
        args.record(...drafts);
      };
      const transaction: RunTransaction = { tx, run, now, record };
      const before = run.version;
      await act({ ...args, record, transaction, memberId: actingMember(ctx.actor) });
      const { id, ref, version, state } = run;
      return isSame ? { id, ref, version, state } : await actView(transaction, before);
    },
  });
}
