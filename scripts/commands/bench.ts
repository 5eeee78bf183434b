import type { Command } from '@/scripts/command';

export const bench: Command = {
  words: 'bench',
  summary: 'measure against bare servers and print the figures',
  options: {
    only: { type: 'string', help: 'the name of one case' },
  },
  async run({ only }) {
    const { runScript } = await import('@/scripts/start/run-script');
    return await runScript('scripts/bench/main.ts', typeof only === 'string' ? [only] : []);
  },
};
