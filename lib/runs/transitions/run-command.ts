import type { z } from 'zod';
import { actingMember } from '@/lib/members/acting-member';
import { command, type RunArguments } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import type { Allow } from '@/lib/platform/policy';
import { runActViewSchema } from '@/lib/runs/queries/views';
import { type RunSubject, runs } from '@/lib/runs/subject';
import { actView, type RunTransaction } from './run-transaction';

interface RunAct<T extends z.ZodType<{ ref: string }>, P> {
  input: T;
  allow: Allow<RunSubject>;
  /** As of a command. */
  prepare?: (ctx: Context, input: z.output<T>) => Promise<P>;
  run: (
    args: RunArguments<RunSubject, z.output<T>, P> & { transaction: RunTransaction; memberId: string | null },
  ) => Promise<void>;
}

/** An act on a run: one transaction on it, answered with what became of it. */
export function runCommand<T extends z.ZodType<{ ref: string }>, P = undefined>({
  input,
  allow,
  prepare,
  run: act,
}: RunAct<T, P>) {
  return command({
    input,
    ...(prepare ? { prepare } : {}),
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
