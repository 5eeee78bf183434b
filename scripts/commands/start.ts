import type { Command } from '@/scripts/command';

export const start: Command = {
  words: 'start',
  summary: 'build what has changed, then run the web server, the worker and the database',
  about: `Builds what has changed, brings the database up to date and runs Standby until Ctrl-C.
The first start without DATABASE_URL is the demo; --empty starts a real installation and prints its first admin once.`,
  options: {
    empty: { type: 'boolean', help: 'a real installation, without demo data' },
    demo: { type: 'boolean', help: 'the demo, also when a real installation exists' },
  },
  async run({ empty, demo }) {
    const { runStandby } = await import('@/scripts/start/run-standby');
    await runStandby({ wish: { empty: empty === true, demo: demo === true }, build: true });
    return 0;
  },
};
