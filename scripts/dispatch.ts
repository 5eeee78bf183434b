import { parseArgs } from 'node:util';
import { type Command, UsageError, type Values } from './command';
import { helpFor, helpForAll } from './help';

/**
 * Finds the command in the arguments and runs it.
 * @returns the exit code: 0 done, 1 failed, 2 not understood
 */
export async function dispatch(
  commands: readonly Command[],
  args: string[],
  write: (text: string) => void,
): Promise<number> {
  const words = args.slice(0, firstOption(args));
  const command = longestMatch(commands, words);
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (!command) {
    if (wantsHelp && words.length === 0) {
      write(`${helpForAll(commands)}\n`);
      return 0;
    }
    throw new UsageError(`${whatWasTyped(words)}\n\n${helpForAll(commands)}`);
  }
  if (wantsHelp) {
    write(`${helpFor(command)}\n`);
    return 0;
  }
  const { values, further } = read(command, args.slice(command.words.split(' ').length));
  return (await command.run(values, further)) ?? 0;
}

/** @throws UsageError for an option the command does not have, or one it needs and does not get */
function read(command: Command, args: string[]): { values: Values; further: string[] } {
  const found = parse(command, args);
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && !found.values[name]) {
      throw new UsageError(`“${command.words}” needs --${name}.\n\n${helpFor(command)}`);
    }
  }
  return found;
}

function parse(command: Command, args: string[]): { values: Values; further: string[] } {
  try {
    const { options, further } = command;
    const found = parseArgs({ args, options, strict: true, allowPositionals: further !== undefined });
    return { values: { ...found.values } as Values, further: found.positionals };
  } catch (error) {
    const [said] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${said}.\n\n${helpFor(command)}`);
  }
}

function firstOption(args: string[]): number {
  const index = args.findIndex((word) => word.startsWith('-'));
  return index < 0 ? args.length : index;
}

function longestMatch(commands: readonly Command[], words: string[]): Command | undefined {
  const typed = `${words.join(' ')} `;
  return commands
    .filter((command) => typed.startsWith(`${command.words} `))
    .sort((a, b) => b.words.length - a.words.length)[0];
}

function whatWasTyped(words: string[]): string {
  return words.length > 0 ? `There is no command “${words.join(' ')}”.` : 'Which command?';
}
