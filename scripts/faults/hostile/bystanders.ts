import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Ledger } from '@/scripts/faults/ledger';
import { percentile, shownMs } from '@/scripts/trial/figures';
import type { Experience, People } from './bystander';

/** A thread of their own: what the attackers' own work delays is not felt by others. */
export class Bystanders {
  readonly #thread: Worker;
  #ledger: Promise<Ledger> | null = null;

  constructor(people: People) {
    this.#thread = new Worker(new URL('./bystander-thread.ts', import.meta.url), { workerData: people });
  }

  async #answerTo<T>(asked: 'experience' | 'stop'): Promise<T> {
    this.#thread.postMessage(asked);
    const [answer] = await once(this.#thread, 'message');
    return answer as T;
  }

  /** Whatever they met since this was asked for the last time. */
  async experience(): Promise<Experience> {
    return await this.#answerTo('experience');
  }

  /** @returns everything that was acknowledged to them, from the first day on */
  async stop(): Promise<Ledger> {
    this.#ledger ??= this.#answerTo<Ledger>('stop').finally(() => this.#thread.terminate());
    return await this.#ledger;
  }
}

/** The p99 of whatever took the longest, in milliseconds. */
export function slowestP99({ times }: Experience): number {
  return Math.max(0, ...[...times.values()].map((list) => percentile(list, 0.99)));
}

export function shownExperience({ times }: Experience): string {
  const parts = [...times].map(([doing, list]) => `${doing} ${shownMs(percentile(list, 0.99))}`);
  return parts.sort().join(', ');
}
