import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';

let child: ChildProcess | undefined;

afterEach(() => void child?.kill('SIGKILL'));

/** A process with a channel to this one, as the supervisor starts them. Node runs the module as it stands. */
function start(code: string): ChildProcess {
  const ending = new URL('./ending.ts', import.meta.url);
  const program = `import { endInOrder, printToWhoeverReads } from '${ending}';
    const say = (said) => process.send({ said });
    ${code}`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  return child;
}

async function said(by: ChildProcess): Promise<unknown> {
  const [message] = await once(by, 'message');
  return message.said;
}

async function printed(by: ChildProcess): Promise<string> {
  let text = '';
  by.stderr?.on('data', (bytes) => {
    text += bytes;
  });
  await once(by, 'close');
  return text;
}

const alive = 'setInterval(() => {}, 1_000);';

describe('a process of ours', () => {
  test('ends in order, once, however often it is asked', async () => {
    const asked = start(`${alive}
      endInOrder(async () => {
        process.stderr.write('stopped ');
        process.kill(process.pid, 'SIGINT');
        await new Promise((resolve) => process.on('SIGINT', resolve));
      });
      say('ready');`);
    await said(asked);
    asked.kill('SIGTERM');
    expect(await printed(asked)).toBe('stopped ');
    expect(asked.exitCode).toBe(0);
  });

  test('ends when whoever started it is gone', async () => {
    const left = start(`${alive} endInOrder(async () => {}); say('ready');`);
    await said(left);
    left.disconnect();
    await once(left, 'exit');
    expect(left.exitCode).toBe(0);
  });

  test('ends when whoever started it was gone before it listened', async () => {
    const left = start(`${alive}
      const gone = new Promise((resolve) => process.once('disconnect', resolve));
      say('ready');
      await gone;
      endInOrder(async () => {});`);
    await said(left);
    left.disconnect();
    await once(left, 'exit');
    expect(left.exitCode).toBe(0);
  });

  test('ends in time with a part that does not, and says which', async () => {
    const stuck = start(`${alive}
      endInOrder(async (step) => {
        await step('requests', Promise.resolve());
        await step('database', new Promise(() => {}));
      }, 50);
      say('ready');`);
    await said(stuck);
    stuck.kill('SIGTERM');
    expect(await printed(stuck)).toContain('not ended after 0.05 s, still at database;');
    expect(stuck.exitCode).toBe(1);
  });

  test('rests when nobody reads what it prints, though errors that nobody heard are printed', async () => {
    const unread = start(`
      printToWhoeverReads();
      let unheard = 0;
      process.on('uncaughtException', (error) => {
        unheard += 1;
        console.error(error);
      });
      process.once('message', async () => {
        for (let line = 0; line < 20; line += 1) {
          process.stdout.write('a line\\n');
          console.error('a line');
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        say(unheard);
      });
      say('ready');`);
    await said(unread);
    unread.stdout?.destroy();
    unread.stderr?.destroy();
    unread.send('print');
    expect(await said(unread)).toBe(0);
  });
});
