import { describe, expect, test } from 'vitest';
import { type Command, UsageError } from './command';
import { commands } from './commands';
import { dispatch } from './dispatch';

const ran: unknown[] = [];
const remember = (words: string, options: Command['options'] = {}): Command => ({
  words,
  summary: `does ${words}`,
  options,
  async run(values, further) {
    ran.push(further.length > 0 ? [words, values, further] : [words, values]);
    return words === 'fail' ? 1 : undefined;
  },
});
const table = [
  remember('user'),
  remember('user create', {
    email: { type: 'string', required: true, help: 'the address' },
    loud: { type: 'boolean', help: 'say more' },
  }),
  remember('fail'),
  {
    ...remember('bench', { list: { type: 'boolean', help: 'only names' } }),
    further: { name: 'case', help: 'which' },
  },
];

async function run(...args: string[]) {
  ran.length = 0;
  let written = '';
  const code = await dispatch(table, args, (text) => {
    written += text;
  });
  return { code, written };
}

describe('the command line', () => {
  test('runs the command with the most words that fits', async () => {
    expect(await run('user', 'create', '--email', 'a@example.org', '--loud')).toEqual({
      code: 0,
      written: '',
    });
    expect(ran).toEqual([['user create', { email: 'a@example.org', loud: true }]]);
    await run('user');
    expect(ran).toEqual([['user', {}]]);
  });

  test('hands further words to a command that takes them', async () => {
    await run('bench', 'one', 'two', '--list');
    expect(ran).toEqual([['bench', { list: true }, ['one', 'two']]]);
    const help = await run('bench', '--help');
    expect(help.written).toContain('standby -- bench [case …] [--list]');
  });

  test('answers the exit code of the command', async () => {
    expect((await run('fail')).code).toBe(1);
  });

  test.each([
    [['usr'], 'There is no command “usr”.'],
    [[], 'Which command?'],
    [['user', 'create'], '“user create” needs --email.'],
    [['user', '--fast'], "Unknown option '--fast'."],
    [['user', 'create', '--email', 'a', 'b'], "Unexpected argument 'b'."],
    [['user', 'create', '--email'], "Option '--email <value>' argument missing."],
  ])('does not understand %j', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(UsageError);
    await expect(run(...args)).rejects.toThrow(sentence);
    expect(ran).toEqual([]);
  });

  test('shows help without running anything', async () => {
    const all = await run('--help');
    expect(all).toMatchObject({ code: 0, written: expect.stringContaining('user create  does user create') });
    const one = await run('user', 'create', '--help');
    expect(one.written).toContain('standby -- user create --email <email> [--loud]');
    expect(one.written).toContain('the address');
    expect(ran).toEqual([]);
  });
});

describe('the commands', () => {
  test('have words of their own and say what they do', () => {
    const words = commands.map((command) => command.words);
    expect(new Set(words).size).toBe(words.length);
    expect(commands.filter((command) => !command.summary)).toEqual([]);
  });
});
