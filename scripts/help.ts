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
  const names = Object.entries(command.options).map(
    ([name, option]) => [option.type === 'boolean' ? `--${name}` : `--${name} <${name}>`, option] as const,
  );
  const width = Math.max(0, ...names.map(([shown]) => shown.length));
  const usage = names.map(([shown, option]) => (option.required ? shown : `[${shown}]`));
  return [
    `Usage: npm run standby -- ${[command.words, ...usage].join(' ')}`,
    '',
    command.about ?? command.summary,
    ...(names.length > 0
      ? ['', ...names.map(([shown, option]) => `  ${shown.padEnd(width)}  ${option.help}`)]
      : []),
  ].join('\n');
}
