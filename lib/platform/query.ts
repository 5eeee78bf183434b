import type { z } from 'zod';
import { translateDatabaseError } from '@/lib/database/database-errors';
import { type Db, db } from '@/lib/database/db';
import { checkAnswer } from '@/lib/platform/answers/check-answer';
import { parseInput } from '@/lib/platform/input/parse-input';
import { loadAllowed } from './command';
import type { Context } from './context';
import type { Allow, PolicyRow } from './policy';

interface Definition<T extends z.ZodType, S, V> {
  name: string;
  input: T;
  /** The view that `run` returns; in tests every answer of the API is held against it. */
  answer: z.ZodType<V>;
  /** What the policy is asked about; queries over no single subject leave it out. */
  load?: (db: Db, input: z.output<T>, ctx: Context) => Promise<S>;
  allow: Allow<S>;
  run: (args: { db: Db; input: z.output<T>; subject: S; ctx: Context }) => Promise<V>;
}

export interface Query<T extends z.ZodType, V> {
  (ctx: Context, raw: z.input<T>): Promise<V>;
  readonly queryName: string;
  readonly act: string;
  readonly policy: PolicyRow;
  readonly input: T;
  readonly answer: z.ZodType<V>;
}

/** The one way to read for somebody: parse → load → policy → select. Answers a view, never a row. */
export function query<T extends z.ZodType, S, V>(definition: Definition<T, S, V>): Query<T, V> {
  const call = async (ctx: Context, raw: z.input<T>): Promise<V> => {
    const input = parseInput(definition.input, raw);
    try {
      const load = () => definition.load?.(db(), input, ctx) as Promise<S>;
      const subject = await loadAllowed(db(), definition.allow, ctx, load);
      const view = await definition.run({ db: db(), input, subject, ctx });
      checkAnswer(definition.name, definition.answer, view);
      return view;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  };
  const { name, allow, input, answer } = definition;
  return Object.assign(call, { queryName: name, act: allow.act, policy: allow.row, input, answer });
}
