import type { Command } from '@/scripts/command';

export const faults: Command = {
  words: 'faults',
  summary: 'kill, cut and starve the running product and count what is lost (long)',
  about: `Starts Standby on data of its own and breaks what it stands on, under load. Fails when a promise is not kept.`,
  options: {
    list: { type: 'boolean', help: 'only name the cases' },
    small: { type: 'boolean', help: 'seconds instead of minutes, as in “npm test”' },
    seed: { type: 'string', help: 'repeat the same faults as in a run before' },
  },
  further: { name: 'case', help: 'which ones; all unless named' },
  async run({ list, small, seed }, names) {
    const { runScript } = await import('@/scripts/start/run-script');
    const args = [...(list ? ['--list'] : []), ...(small ? ['--small'] : [])];
    if (typeof seed === 'string') args.push('--seed', seed);
    return await runScript('scripts/faults/main.ts', [...args, ...names]);
  },
};
