import { AppError } from '@/lib/platform/errors';
import { FairQueue, type Waiting } from './fair-queue';
import type { Network } from './limit';

interface Turn extends Waiting {
  begin: () => void;
  giveUp: (refusal: AppError) => void;
}

/** Few pieces of work at once, and the others in a fair queue of sites. */
export class FairTurns {
  readonly #queue: FairQueue<Turn>;
  #running = 0;

  constructor(
    readonly atOnce: number,
    longestQueue: number,
    readonly full: string,
  ) {
    this.#queue = new FairQueue(longestQueue);
  }

  /** @throws AppError `unavailable` when too many are waiting */
  async take<T>(from: Network, work: () => Promise<T>): Promise<T> {
    const whose = [from.addressSite ?? from.addressBlock ?? 'direct'];
    if (this.#running >= this.atOnce) await this.#turnOf(whose);
    else {
      this.#running += 1;
      this.#queue.serve({ from: whose });
    }
    try {
      return await work();
    } finally {
      const next = this.#queue.next();
      if (next) next.begin();
      else this.#running -= 1;
    }
  }

  async #turnOf(from: string[]): Promise<void> {
    await new Promise<void>((begin, giveUp) => {
      for (const one of this.#queue.add({ from, begin, giveUp }))
        one.giveUp(new AppError('unavailable', this.full, { retryAfter: 3 }));
    });
  }
}
