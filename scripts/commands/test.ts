import type { Command } from '@/scripts/command';

export const test: Command = {
  words: 'test',
  summary: 'every check: format, types, dead code, rules, database, build, faults, browser',
  options: {
    only: { type: 'string', help: 'one stage: lint, types, unused, tests, build, faults or browser' },
  },
  async run({ only }) {
    const { runTests } = await import('@/scripts/test');
    return await runTests(typeof only === 'string' ? only : undefined);
  },
};
