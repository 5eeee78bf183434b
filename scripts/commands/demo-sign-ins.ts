import { join } from 'node:path';
import { type Command, Refusal } from '@/scripts/command';

export const demoSignIns: Command = {
  words: 'demo sign-ins',
  summary: 'show who can sign in to the demo, with the passwords',
  options: {},
  async run() {
    const { parseSettings } = await import('@/lib/platform/process/environment');
    const { readSignIns } = await import('@/scripts/demo/story/sign-ins');
    const signIns = await readSignIns(join(parseSettings(process.env).dataDir, 'demo'));
    if (!signIns) throw new Refusal('There is no demo here yet. Start it with “npm start”.');
    const width = Math.max(...signIns.map(({ email }) => email.length));
    for (const { email, password, role } of signIns) {
      process.stdout.write(`${email.padEnd(width)}  ${password}  ${role}\n`);
    }
    return 0;
  },
};
