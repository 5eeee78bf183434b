import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { freePort } from '@/lib/database/postgres/server';
import { askFleet } from '@/scripts/demo/fleet/ask-fleet';
import {
  type FleetFile,
  keepCredentials,
  loopback,
  readFleet,
  type StageName,
} from '@/scripts/demo/fleet/fleet-file';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';

export const secrets = {
  live: `whsec_${Buffer.from('live'.repeat(8)).toString('base64')}`,
  drill: `whsec_${Buffer.from('drill'.repeat(8)).toString('base64')}`,
};

export interface Answer {
  status: number;
  servedBy: string | null;
  body: Record<string, unknown>;
}

export async function get(url: string): Promise<Answer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, servedBy: answer.headers.get('x-served-by'), body };
}

export async function post(
  url: string,
  value: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  const answer = await fetch(url, { method: 'POST', body, headers });
  const read = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, servedBy: answer.headers.get('x-served-by'), body: read };
}

/** Asks until the answer is as wished, or the deadline is over. */
export async function until<T>(
  ask: () => Promise<T>,
  wished: (answer: T) => boolean,
  withinMs = 120_000,
): Promise<T> {
  for (const deadline = Date.now() + withinMs; ; ) {
    const answer = await ask().catch((error: Error) => error);
    if (!(answer instanceof Error) && wished(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Not in time; last: ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The whole fleet as real processes in a folder of its own. */
export class TestFleet {
  private constructor(
    readonly folder: string,
    public keeper: ChildProcess,
  ) {}

  static async start(): Promise<TestFleet> {
    const folder = await mkdtemp(join(tmpdir(), 'standby-fleet-'));
    keepCredentials(folder, {
      automation: secrets,
      heartbeat: { url: 'http://127.0.0.1:9/never', key: 'none' },
    });
    return new TestFleet(folder, await startKeeper(folder, await freePort()));
  }

  get file(): FleetFile {
    const found = readFleet(this.folder);
    if (!found) throw new Error('The fleet has not written where it listens.');
    return found;
  }

  address(stage: StageName, what: keyof FleetFile['ports'][StageName]): string {
    return loopback(this.file.ports[stage][what]);
  }

  get store(): string {
    return loopback(this.file.ports.store);
  }

  ask(order: Record<string, string>): Promise<string[]> {
    return askFleet(this.folder, order);
  }

  /** Calls the automation as Standby does. */
  async step(stage: StageName, run: string, action: string, input: unknown, more: Partial<StepCall> = {}) {
    const data = {
      action,
      input,
      run: { ref: run, mode: stage === 'live' ? 'LIVE' : 'DRILL' },
      step: { id: 'x', name: action },
      attempt: 1,
      callback: more.callback ? { url: more.callback, until: new Date().toISOString() } : null,
    };
    const body = JSON.stringify({ type: 'standby.step', timestamp: new Date().toISOString(), data });
    const id = more.id ?? `attempt-${Math.random()}`;
    const now = new Date();
    return await post(`${loopback(this.file.ports.automation)}/${stage}`, body, {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(more.secret ?? secrets[stage]).sign(id, now, body),
    });
  }

  async killAndRestart(): Promise<void> {
    this.keeper.kill('SIGKILL');
    await once(this.keeper, 'exit');
    this.keeper = await startKeeper(this.folder, 0);
  }

  async stop(): Promise<void> {
    if (this.keeper.exitCode === null && this.keeper.signalCode === null) {
      this.keeper.kill('SIGTERM');
      await once(this.keeper, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

interface StepCall {
  id: string;
  secret: string;
  callback: string;
}

async function startKeeper(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...typescriptLoader, join('scripts', 'demo', 'fleet', 'main.ts')], {
    cwd: projectRoot,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      STANDBY_FLEET_FOLDER: folder,
      STANDBY_FLEET_PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}
