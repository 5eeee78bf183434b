import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Account, serverEnvironment } from './account';
import type { Binaries } from './binaries';
import { readPostmaster } from './postmaster';
import { until } from './process-state';

export interface ServerPlan {
  account: Account;
  binaries: Binaries;
  location: string;
  cluster: string;
  durable: boolean;
}

export type StartResult =
  | { kind: 'started'; child: ChildProcess; port: number }
  | { kind: 'port-taken' | 'already-running' };

const START_LIMIT = 60_000;
const LOG_LIMIT = 5_000_000;

/** Starts the server on that port and waits until it accepts connections (crash recovery may take a while). */
export async function startServer(plan: ServerPlan, port: number): Promise<StartResult> {
  const logFile = join(plan.location, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const log = openSync(logFile, 'a', 0o600);
  const [program, ...args] = [...launcher(plan.account), plan.binaries.postgres, ...settings(plan, port)];
  // A group of its own: Ctrl-C in the terminal must not end the database before those who still write to it.
  const child = spawn(program as string, args, {
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', log, log],
    detached: true,
    ...(program === plan.binaries.postgres ? plan.account.ids : {}),
  });
  closeSync(log);
  child.on('error', () => {});
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const isReady = () => {
    const found = readPostmaster(plan.cluster);
    return found?.pid === child.pid && found?.ready === true;
  };
  await until(() => ended() || isReady(), START_LIMIT);
  if (!ended() && isReady()) return { kind: 'started', child, port };
  child.kill('SIGQUIT');
  return failure(readFileSync(logFile).subarray(logStart).toString('utf8'));
}

/**
 * A port that was free a moment ago; whoever binds it must still be ready to hear that it is taken. It lies below those
 * that the system gives to outgoing connections, one of which might have it by then.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('This machine gives no free port.');
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

function failure(said: string): StartResult {
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return { kind: 'port-taken' };
  if (said.includes('lock file "postmaster.pid" already exists')) return { kind: 'already-running' };
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|error while loading/.test(line));
  throw new Error(`The database did not start: ${(reason ?? said.trim()) || 'it gave no reason'}`);
}

function settings({ cluster, durable }: ServerPlan, port: number): string[] {
  const wanted: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failing statement may hold personal data, which must not end in a log.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(wanted).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ];
}

/** `setpriv` makes the kernel stop the server when its parent is killed; where it is missing, orphans are cleared. */
function launcher({ ids }: Account): string[] {
  const identity = ids ? [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'] : [];
  const command = ['setpriv', ...identity, '--pdeathsig', 'INT', '--'];
  const [program, ...args] = [...command, 'true'];
  const works = spawnSync(program as string, args, { cwd: '/', env: serverEnvironment }).status === 0;
  return works ? command : [];
}
