import type { Command } from '@/scripts/command';

export const faults: Command = {
  words: 'faults',
  summary: 'kill, cut and starve the running product and count what is lost (long)',
  options: {
    only: { type: 'string', help: 'the name of one case' },
  },
  async run({ only }) {
    const { runScript } = await import('@/scripts/start/run-script');
    return await runScript('scripts/faults/main.ts', typeof only === 'string' ? [only] : []);
  },
};
