import type { z } from 'zod';
import { translateDatabaseError } from '@/lib/database/database-errors';
import { asCommand, type Command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { parseInput } from '@/lib/platform/input/parse-input';
import { assertRate, type RateRule } from './rate-limit';

/**
 * A command that counts each call against limits first, outside its transaction, so that a flood holds no
 * connection while it waits for another.
 */
export function rateLimited<T extends z.ZodType, V>(
  command: Command<T, V>,
  rules: (ctx: Context, input: z.output<T>) => RateRule[],
  sentence: (seconds: number) => string,
): Command<T, V> {
  const call = async (ctx: Context, raw: z.input<T>): Promise<V> => {
    const input = parseInput(command.input, raw);
    try {
      await assertRate(rules(ctx, input), sentence);
    } catch (error) {
      throw translateDatabaseError(error);
    }
    return await command(ctx, raw);
  };
  return asCommand(command, command.answer, call);
}
