import { finding } from '@/scripts/faults/finding';
import { commandsOf } from '@/scripts/trial/commands-of';
import { type Assault, isFailure, press, tally } from './assault';

const callers = 64;

export const everyCommand: Assault = {
  name: 'every-command',
  title: 'Every command, pressed by 64 callers of one member',
  run: async (ground) => {
    const statuses: number[] = [];
    const broken = new Set<string>();
    const commands = await commandsOf(ground.standing, callers);
    for (const { name, send } of commands) {
      const answers = await press(1_000, callers, send);
      if (answers.some(isFailure)) broken.add(name);
      statuses.push(...answers);
    }
    const found = `${commands.length} commands, ${tally(statuses)} ${[...broken].join(', ')}`.trim();
    return [finding('none breaks', broken.size === 0, found)];
  },
};
