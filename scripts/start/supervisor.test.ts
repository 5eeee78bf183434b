import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive, until } from '@/lib/database/postgres/process-state';
import { pauseBeforeRestart, supervise } from './supervisor';

let home: string;
let said: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'standby-supervisor-'));
  said = [];
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A process that writes its id down each time it starts, and a line when it is asked to stop. */
function start(behaviour: string) {
  const entry = join(home, 'process.mjs');
  writeFileSync(entry, `import { appendFileSync } from 'node:fs';\n${behaviour}`);
  return supervise({ name: 'web', entry, env: { ...process.env, HOME_OF_TEST: home } }, (line) =>
    said.push(line),
  );
}

const lines = (name: string) => {
  const file = join(home, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

const obedient = `
  appendFileSync(process.env.HOME_OF_TEST + '/pids', process.pid + '\\n');
  process.on('SIGTERM', () => {
    appendFileSync(process.env.HOME_OF_TEST + '/stopped', 'stopped\\n');
    process.exit(0);
  });
  process.send({ ready: true });
  setInterval(() => {}, 1000);
`;

describe('a supervised process', () => {
  test('is started again when it is killed, and says so', async () => {
    const process_ = start(obedient);
    await process_.ready;
    process.kill(Number(lines('pids')[0]), 'SIGKILL');
    expect(await until(() => lines('pids').length === 2, 20_000)).toBe(true);
    expect(said).toEqual(['The web process ended (SIGKILL); starting it again.']);
    await process_.stop();
  });

  test('is asked to stop once, finishes, and stays away', async () => {
    const process_ = start(obedient);
    await process_.ready;
    await Promise.all([process_.stop(), process_.stop()]);
    expect(lines('stopped')[0]).toBe('stopped');
    expect(isAlive(Number(lines('pids')[0]))).toBe(false);
    expect(lines('pids')).toHaveLength(1);
  });

  test('is given up when it never becomes ready', async () => {
    const process_ = start(`appendFileSync(process.env.HOME_OF_TEST + '/pids', 'x\\n');\nprocess.exit(3);`);
    await expect(process_.ready).rejects.toThrow('The web process does not start (exit code 3)');
    expect(lines('pids')).toHaveLength(3);
    await process_.stop();
  });
});

test('comes back at once after the first crash, and ever more slowly when it does not get ready any more', () => {
  const lives = [0, 1, 2, 3, 4, 5, 6, 7, 20];
  expect(lives.map((count) => pauseBeforeRestart(count, false))).toEqual([
    0, 0, 500, 1000, 2000, 4000, 8000, 15000, 15000,
  ]);
  expect(lives.map((count) => pauseBeforeRestart(count, true))).toEqual([
    0, 0, 500, 500, 500, 500, 500, 500, 500,
  ]);
});
