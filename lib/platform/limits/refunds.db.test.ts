import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '@/lib/database/testing/database';
import { command } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit, policy } from '@/lib/platform/policy';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';

testDatabase();

const rows = policy({ 'test.do': { yes: ['SYSTEM'] } });

test('what was not done through the fault of nobody who tries counts for no limit', () =>
  withinOneWindow(86_400, async () => {
    const bucket = newId();
    const trying = command({
      name: 'test.do',
      input: z.object({ fails: z.enum(['before', 'within', 'never']) }),
      answer: z.object({ fails: z.string() }),
      load: async () => null,
      allow: permit(rows, 'test.do'),
      limits: { rules: () => [{ bucket, limit: 2, seconds: 86_400 }], sentence: () => 'Too often.' },
      prepare: async (_, { fails }) => {
        if (fails === 'before') throw new AppError('unavailable', 'The queue is full.');
      },
      run: async ({ input }) => {
        if (input.fails === 'within') throw new AppError('unavailable', 'Try again.');
        return input;
      },
    });
    const asked = (fails: 'before' | 'within' | 'never') => trying(systemContext('test'), { fails });
    for (const fails of ['before', 'within', 'before', 'within'] as const)
      await expect(asked(fails)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await asked('never')).toEqual({ fails: 'never' });
    expect(await asked('never')).toEqual({ fails: 'never' });
    await expect(asked('never')).rejects.toThrow('Too often.');
  }));
