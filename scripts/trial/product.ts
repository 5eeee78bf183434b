import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';
import { askOrNull } from './http';
import { trialPort } from './ports';
import { childrenOf, commandLine } from './processes';
import type { TrialDatabase } from './trial-database';
import { waitFor } from './wait';

export type Part = 'web' | 'worker';

export interface Product {
  url: string;
  folder: string;
  /** Where the published status page lies. */
  published: string;
  /** What a process of the product is started with. */
  environment: NodeJS.ProcessEnv;
  /** The launcher, which watches over web and worker. */
  launcher: ChildProcess;
  /** The process id of a part, or null while it does not run. */
  pidOf(part: Part): number | null;
  /** Everything that was printed. */
  log(): string;
  /** Runs a command of the command line on the same installation. */
  standby(...words: string[]): { code: number; said: string };
  /** Asks the product to stop. @returns after how many milliseconds it had ended */
  stop(): Promise<number>;
}

export interface ProductPlan {
  folder: string;
  database: TrialDatabase;
  /** Only one of its processes. */
  role?: Part;
  smtpUrl?: string;
  /** From when it is up nobody reads what it prints. */
  unread?: boolean;
}

const settled = ['PORT', 'HOST', 'SMTP_URL', 'MAIL_FROM', 'DATABASE_URL', 'DATABASE_DIRECT_URL'];

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !entry[0].startsWith('STANDBY_') && !settled.includes(entry[0]),
  );
  return Object.fromEntries(entries);
}

async function environmentFor({ folder, database, role, smtpUrl }: ProductPlan): Promise<NodeJS.ProcessEnv> {
  return {
    ...inherited(),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: '127.0.0.1',
    PORT: String(await trialPort()),
    DATABASE_URL: database.applicationUrl,
    STANDBY_OWNER_DATABASE_URL: database.url,
    STANDBY_SECRET: randomBytes(32).toString('hex'),
    STANDBY_DATA_DIR: join(folder, 'data'),
    STANDBY_PUBLISH_DIR: join(folder, 'published'),
    // The trial stands in for many people, each with an address of their own.
    STANDBY_TRUSTED_PROXIES: '1',
    ...(role ? { STANDBY_ROLE: role } : {}),
    ...(smtpUrl ? { SMTP_URL: smtpUrl, MAIL_FROM: 'Standby <standby@example.org>' } : {}),
  };
}

/** Starts Standby as people do, on a folder, a database and a port of its own, and waits until it answers. */
export async function startProduct(plan: ProductPlan): Promise<Product> {
  mkdirSync(join(plan.folder, 'data'), { recursive: true });
  const environment = await environmentFor(plan);
  return await launch(plan, environment);
}

/** The same installation once more, after it was stopped. */
export async function restartProduct(plan: ProductPlan, before: Product): Promise<Product> {
  return await launch(plan, before.environment);
}

async function launch(plan: ProductPlan, environment: NodeJS.ProcessEnv): Promise<Product> {
  const logFile = join(plan.folder, 'standby.log');
  const output = openSync(logFile, 'a');
  const launcher = spawn(process.execPath, [...typescriptLoader, 'scripts/standby.ts', 'start', '--empty'], {
    cwd: projectRoot,
    env: environment,
    stdio: plan.unread ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', output, output, 'ipc'],
    detached: true,
  });
  closeSync(output);
  const pipes = [launcher.stdout, launcher.stderr].filter((pipe) => pipe !== null);
  for (const pipe of pipes) pipe.on('data', (bytes: Buffer) => appendFileSync(logFile, bytes));
  const url = `http://127.0.0.1:${environment.PORT}`;
  const log = () => readFileSync(logFile, 'utf8');
  const ended = once(launcher, 'exit');
  const product: Product = {
    url,
    folder: plan.folder,
    published: join(plan.folder, 'published', 'current'),
    environment,
    launcher,
    log,
    pidOf: (part) => pidOf(launcher.pid ?? 0, part),
    standby: (...words) => runCommand(environment, words),
    stop: async () => {
      const began = performance.now();
      if (launcher.exitCode === null && launcher.signalCode === null) launcher.kill('SIGTERM');
      await ended;
      return performance.now() - began;
    },
  };
  await waitUntilUp(product, plan.role);
  for (const pipe of pipes) pipe.destroy();
  return product;
}

async function waitUntilUp(product: Product, role: Part | undefined): Promise<void> {
  const { launcher, log } = product;
  await waitFor(
    'Standby to start',
    async () => {
      if (launcher.exitCode !== null) throw new Error(`Standby did not start:\n${log()}`);
      // Printed when every process has said that it is ready.
      return role === 'worker'
        ? /worker ready/.test(log())
        : (await askOrNull(`${product.url}/sign-in`))?.status === 200 && product.pidOf('web');
    },
    180_000,
    100,
  );
}

function pidOf(launcher: number, part: Part): number | null {
  const entry = new RegExp(`[/\\\\]${part}(\\.mjs|/main\\.ts)$`);
  return childrenOf(launcher).find((pid) => entry.test(commandLine(pid))) ?? null;
}

function runCommand(environment: NodeJS.ProcessEnv, words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...typescriptLoader, 'scripts/standby.ts', ...words],
    { cwd: projectRoot, env: environment, encoding: 'utf8', timeout: 300_000 },
  );
  return { code: status ?? 1, said: `${stdout}${stderr}`.trim() };
}
