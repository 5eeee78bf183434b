import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '@/lib/database/testing/database';
import { command } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import { AppError, type ErrorCode } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { RateRule } from '@/lib/platform/limits/limit';
import { permit, policy } from '@/lib/platform/policy';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';

testDatabase();

const rows = policy({ 'test.do': { yes: ['SYSTEM'] } });

const rule = (most: number, more: Partial<RateRule> = {}): RateRule => ({
  bucket: newId(),
  limit: most,
  seconds: 86_400,
  ...more,
});

type Fails = 'before' | 'within' | 'never';

/** A command that fails where it is told to. */
function trying(code: ErrorCode, counted: RateRule[]) {
  const trial = command({
    name: 'test.do',
    input: z.object({ fails: z.enum(['before', 'within', 'never']) }),
    answer: z.object({ fails: z.string() }),
    load: async () => null,
    allow: permit(rows, 'test.do'),
    limits: { rules: () => counted, sentence: () => 'Too often.' },
    prepare: async (_, { fails }) => {
      if (fails === 'before') throw new AppError(code, 'Not like this.');
    },
    run: async ({ input }) => {
      if (input.fails === 'within') throw new AppError(code, 'Not like this.');
      return input;
    },
  });
  return (fails: Fails) => trial(systemContext('test'), { fails });
}

test('what was not done through the fault of nobody who tries counts for no limit', () =>
  withinOneWindow(86_400, async () => {
    const asked = trying('unavailable', [rule(2)]);
    for (const fails of ['before', 'within', 'before', 'within'] as const)
      await expect(asked(fails)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await asked('never')).toEqual({ fails: 'never' });
    expect(await asked('never')).toEqual({ fails: 'never' });
    await expect(asked('never')).rejects.toThrow('Too often.');
  }));

test('what is refused counts for whoever sent it, and not in what everybody shares', () =>
  withinOneWindow(86_400, async () => {
    const [own, all] = [rule(5), rule(1, { shared: true })];
    const asked = trying('invalid', [own, all]);
    for (const fails of ['before', 'within', 'before', 'within'] as const)
      await expect(asked(fails)).rejects.toMatchObject({ code: 'invalid' });
    expect(await asked('never')).toEqual({ fails: 'never' });
    await expect(asked('never')).rejects.toThrow('Too often.');
    const another = trying('invalid', [rule(5), all]);
    await expect(another('never')).rejects.toThrow('Too often.');
  }));
