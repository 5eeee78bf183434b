import { join } from 'node:path';
import { type Command, UsageError, type Values } from '@/scripts/command';

async function tell(order: Record<string, string>): Promise<number> {
  const { parseSettings } = await import('@/lib/platform/process/environment');
  const { askFleet } = await import('@/scripts/demo/fleet/ask-fleet');
  const { fleetFolder } = await import('@/scripts/demo/fleet/fleet-file');
  const folder = fleetFolder(join(parseSettings(process.env).dataDir, 'demo'));
  for (const sentence of await askFleet(folder, order)) process.stdout.write(`${sentence}\n`);
  return 0;
}

const ways = ['down', 'slow', 'wrong', 'disk'];

export const demoBreak: Command = {
  words: 'demo break',
  summary: 'break a server of the demo for real, to see what happens',
  about: `Breaks a real server of the running demo: “demo break primary --how down”.
down kills its process, slow lets it answer after 4 seconds, wrong lets it answer with wrong data, disk fills its disk.`,
  options: {
    how: { type: 'string', required: true, help: 'down, slow, wrong or disk' },
  },
  further: { name: 'server', help: 'primary (the one that users are on), shop-1, shop-2 or shop-3' },
  async run({ how }: Values, further) {
    const what = further[0] ?? 'primary';
    if (further.length > 1) throw new UsageError('Break one server at a time.');
    if (!ways.includes(String(how))) throw new UsageError(`--how is one of ${ways.join(', ')}.`);
    if (!/^(primary|shop-[123])$/.test(what)) {
      throw new UsageError(`There is no server called “${what}”: primary, shop-1, shop-2 or shop-3.`);
    }
    return await tell({ do: 'break', what, how: String(how) });
  },
};

export const demoMend: Command = {
  words: 'demo mend',
  summary: 'mend every broken server of the demo',
  options: {},
  run: () => tell({ do: 'mend' }),
};

export const demoStatus: Command = {
  words: 'demo status',
  summary: 'show the servers of the demo: addresses to curl, who serves, how far behind, what is broken',
  options: {},
  run: () => tell({ do: 'status' }),
};
