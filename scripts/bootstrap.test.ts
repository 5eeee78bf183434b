import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from './start/project';

let project: string;

/** A small project with the real launcher, in a folder with a space, whose command line only says what it got. */
beforeEach(() => {
  project = join(mkdtempSync(join(tmpdir(), 'standby-launcher-')), 'my standby');
  mkdirSync(join(project, 'scripts'), { recursive: true });
  copyFileSync(join(projectRoot, 'scripts', 'bootstrap.mjs'), join(project, 'scripts', 'bootstrap.mjs'));
  writeFileSync(join(project, 'scripts', 'standby.ts'), commandLine);
  const loader = pathToFileURL(join(projectRoot, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  mkdirSync(join(project, 'vendor', 'tsx', 'dist'), { recursive: true });
  writeJson('vendor/tsx/package.json', { name: 'tsx', version: '1.0.0' });
  writeFileSync(join(project, 'vendor', 'tsx', 'dist', 'loader.mjs'), `import '${loader}';`);
  const root = { name: 'small', version: '1.0.0', dependencies: { tsx: 'file:vendor/tsx' } };
  writeJson('package.json', { ...root, type: 'module' });
  writeJson('package-lock.json', {
    name: 'small',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': root,
      'node_modules/tsx': { resolved: 'vendor/tsx', link: true },
      'vendor/tsx': { name: 'tsx', version: '1.0.0' },
    },
  });
});

afterEach(() => rmSync(join(project, '..'), { recursive: true, force: true }));

const commandLine = `
  const facts: object = {
    args: process.argv.slice(2),
    cwd: process.cwd(),
    mode: process.env.NODE_ENV ?? null,
    data: process.env.STANDBY_DATA_DIR ?? null,
    telemetry: process.env.NEXT_TELEMETRY_DISABLED,
  };
  console.log(JSON.stringify(facts));
  if (process.argv[2] === 'fail') process.exit(7);
  if (process.argv[2] === 'stay') {
    setInterval(() => {}, 1000);
    process.on('SIGTERM', () => process.exit(0));
    process.on('disconnect', () => process.exit(0));
  }
`;

function writeJson(name: string, value: object): void {
  writeFileSync(join(project, name), JSON.stringify(value));
}

function launch(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): ChildProcess {
  const { NODE_ENV: _, ...environment } = process.env;
  return spawn(process.execPath, [join(project, 'scripts', 'bootstrap.mjs'), ...args], {
    cwd: options.cwd ?? project,
    env: { ...environment, ...options.env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...how: Parameters<typeof launch>) {
  const child = launch(...how);
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    said.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.stderr += chunk;
  });
  const [code] = await once(child, 'close');
  const line = said.stdout.split('\n').find((text) => text.startsWith('{'));
  return { code, ...said, facts: line ? JSON.parse(line) : undefined };
}

test('installs once, hands over with the right settings from any folder, and passes the exit code on', async () => {
  const elsewhere = { cwd: tmpdir(), env: { STANDBY_DATA_DIR: 'data' } };
  const first = await run(['start', '--empty'], elsewhere);
  expect(first.stderr).toMatch(/Installed in \d+ s/);
  expect(first.facts).toEqual({
    args: ['start', '--empty'],
    cwd: project,
    mode: 'production',
    data: join(tmpdir(), 'data'),
    telemetry: '1',
  });
  const second = await run(['fail']);
  expect(second.stderr).not.toContain('Install');
  expect(second.code).toBe(7);
  expect((await run(['dev'])).facts.mode).toBe('development');
  expect((await run(['test'])).facts.mode).toBe(null);
});

test('starts afresh after an installation that was killed, and installs again when the lock changes', async () => {
  mkdirSync(join(project, 'node_modules', 'cut-short'), { recursive: true });
  writeFileSync(join(project, 'node_modules', '.standby-installing'), '999999999 999999998');
  const first = await run(['start']);
  expect(first.stderr).toContain('An earlier installation was interrupted');
  expect(existsSync(join(project, 'node_modules', 'cut-short'))).toBe(false);
  expect(existsSync(join(project, 'node_modules', '.standby-installing'))).toBe(false);
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  writeJson('package-lock.json', { ...lock, version: '1.0.1' });
  expect((await run(['start'])).stderr).toContain('Installed in');
});

test('stops when npm is asked to, although npm tells only its shell', async () => {
  const root = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  writeJson('package.json', { ...root, scripts: { stay: 'node scripts/bootstrap.mjs stay' } });
  await run(['start']);
  const npm = spawn('npm', ['run', 'stay'], { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = once(npm, 'close');
  for await (const line of createInterface(npm.stdout)) if (line.startsWith('{')) break;
  npm.stdout.resume();
  npm.kill('SIGTERM');
  await closed;
});

test('stops its child when it is asked to, and when it is killed', async () => {
  await run(['start']);
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const child = launch(['stay']);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    // The output closes only when the grandchild, which holds it too, is gone.
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  }
});
