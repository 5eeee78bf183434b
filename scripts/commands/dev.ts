import type { Command } from '@/scripts/command';

export const dev: Command = {
  words: 'dev',
  summary: 'the same without a build: pages are made on the way and change as you edit them',
  options: {
    empty: { type: 'boolean', help: 'a real installation, without demo data' },
    demo: { type: 'boolean', help: 'the demo, also when a real installation exists' },
  },
  async run({ empty, demo }) {
    const { runStandby } = await import('@/scripts/start/run-standby');
    await runStandby({ wish: { empty: empty === true, demo: demo === true }, build: false });
    return 0;
  },
};
