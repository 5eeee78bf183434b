import type { Command } from './command';

export function helpForAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.words.length));
  const lines = commands.map((command) => `  ${command.words.padEnd(width)}  ${command.summary}`);
  return [
    'Standby: report, triage, tell, recover.',
    '',
    'Usage: npm run standby -- <command> [options]',
    '',
    ...lines,
    '',
    'Settings come from the environment; .env.example lists them.',
    '“npm run standby -- <command> --help” says more about one command.',
  ].join('\n');
}

export function helpFor(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => ({
    shown: option.type === 'boolean' ? `--${name}` : `--${name} <${name}>`,
    help: option.help,
    required: option.required === true,
  }));
  const { further } = command;
  const words = further ? [{ shown: `${further.name} …`, help: further.help, required: false }] : [];
  const takes = [...words, ...options];
  const width = Math.max(0, ...takes.map(({ shown }) => shown.length));
  const usage = takes.map(({ shown, required }) => (required ? shown : `[${shown}]`));
  const lines = takes.map(({ shown, help }) => `  ${shown.padEnd(width)}  ${help}`);
  return [
    `Usage: npm run standby -- ${[command.words, ...usage].join(' ')}`,
    '',
    command.about ?? command.summary,
    ...(lines.length > 0 ? ['', ...lines] : []),
  ].join('\n');
}
