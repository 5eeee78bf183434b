import type { Command } from '@/scripts/command';

export const bench: Command = {
  words: 'bench',
  summary: 'measure against bare servers and print the figures',
  about: `Starts Standby on data of its own, measures it beside bare servers in the same run, and prints ratios and goals.
Speed never fails it: the exit code is only about what could not be measured.`,
  options: {
    list: { type: 'boolean', help: 'only name the cases' },
  },
  further: { name: 'case', help: 'which ones; all unless named' },
  async run({ list }, names) {
    const { runScript } = await import('@/scripts/start/run-script');
    return await runScript('scripts/bench/main.ts', [...(list ? ['--list'] : []), ...names]);
  },
};
