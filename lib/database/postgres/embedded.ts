import type { ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { databaseAccount } from './account';
import { prepareBinaries } from './binaries';
import { prepareCluster } from './cluster';
import { chooseLocation } from './location';
import { clearOrphan, noteOwner, type Postmaster, serverInUse, stopServer } from './postmaster';
import { isAlive } from './process-state';
import { freePort, type ServerPlan, startServer } from './server';

export interface EmbeddedOptions {
  /** The folder for the database and its password; made when missing. */
  dataDir: string;
  /** The wanted port; when it is taken, or none is given, a free one is used. */
  port?: number | undefined;
  /** `false` gives up safety against power cuts for speed: tests only. */
  durable?: boolean | undefined;
  log?: ((line: string) => void) | undefined;
}

export interface EmbeddedDatabase {
  /** As its owner, who may do everything. */
  url: string;
  /** As the role of the application, which may do what `prepareDatabase` lets it. */
  applicationUrl: string;
  port: number;
  /** Where the database really is; another folder than asked for when that one is closed to its user. */
  dataDir: string;
  /** The server was already running for another Standby process, which goes on owning it. */
  adopted: boolean;
  /** Resolves when the server has ended, wanted or not. */
  ended: Promise<void>;
  /** Stops the server if it was started here. May be called any number of times. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Standby, or joins it when another living Standby process on the same
 * folder has started it. Errors are sentences for the person who starts Standby.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const log = options.log ?? (() => {});
  const wanted = resolve(options.dataDir);
  const account = databaseAccount(join(wanted, 'cluster'));
  const location = chooseLocation(account, wanted, log);
  const binaries = prepareBinaries(account, location, log);
  const cluster = prepareCluster(account, binaries, location, log);
  const plan: ServerPlan = {
    account,
    binaries,
    location,
    cluster: cluster.folder,
    durable: options.durable ?? true,
  };
  const server = await joinOrStart(plan, options.port, log);
  const host = `127.0.0.1:${server.port}`;
  const url = (name: string) => `postgresql://standby:${cluster.password}@${host}/${name}`;
  const password = createHmac('sha256', cluster.password).update(application).digest('hex');
  const applicationUrl = `postgresql://${application}:${password}@${host}/standby`;
  const handle = { url: url('standby'), applicationUrl, port: server.port, dataDir: location };
  if (!('child' in server)) {
    await ensureDatabase(url('postgres'), password);
    return { ...handle, adopted: true, ended: endOfAdopted(server.pid), stop: async () => {} };
  }
  const { child } = server;
  const ended = child.exitCode === null ? once(child, 'exit').then(() => {}) : Promise.resolve();
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopServer(child.pid as number).then(() => ended));
  try {
    await ensureDatabase(url('postgres'), password);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...handle, adopted: false, ended, stop };
}

type Running = Postmaster | { child: ChildProcess; port: number };

async function joinOrStart(
  plan: ServerPlan,
  port: number | undefined,
  log: (line: string) => void,
): Promise<Running> {
  let next = port ?? (await freePort());
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const running = await serverInUse(plan.location, plan.cluster);
    if (running) return running;
    await clearOrphan(plan.cluster, log);
    // Noted before the start, so that nobody takes the new server for an orphan, and again in case of a race.
    noteOwner(plan.location);
    const result = await startServer(plan, next);
    if (result.kind === 'started') {
      noteOwner(plan.location);
      return result;
    }
    if (result.kind === 'port-taken') {
      const other = await freePort();
      log(`Port ${next} is taken by another program; the database uses ${other}.`);
      next = other;
    }
  }
  throw new Error(
    `The database in ${plan.cluster} could not be started in ten attempts; see postgres.log there.`,
  );
}

/** Looks twice a second, without keeping this process alive. */
function endOfAdopted(pid: number): Promise<void> {
  return new Promise((done) => {
    const watch = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(watch);
      done();
    }, 500).unref();
  });
}

/** The role that the processes of Standby sign in as. */
const application = 'standby_application';

/** What a cluster is made with, and one of an earlier version gets at its next start. */
async function ensureDatabase(url: string, password: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Of several that start at once one makes it; the lock goes with the connection.
    await client.query(`select pg_advisory_lock(hashtext('standby.embedded'))`);
    const { rows } = await client.query<{ database: boolean; role: boolean }>(
      `select exists (select from pg_database where datname = 'standby') as database,
         exists (select from pg_roles where rolname = $1) as role`,
      [application],
    );
    if (!rows[0]?.database) await client.query('create database standby');
    if (!rows[0]?.role) await client.query(`create role ${application} login password '${password}'`);
  } finally {
    await client.end();
  }
}
