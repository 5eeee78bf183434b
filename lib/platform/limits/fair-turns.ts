import { AppError } from '@/lib/platform/errors';
import { FairQueue, type Waiting } from './fair-queue';
import type { Network } from './limit';

/** Where work comes from: a site, and in it a caller where one is named. */
export interface Origin extends Network {
  caller?: string | null;
}

interface Turn extends Waiting {
  /** Null where none is named: then turns are the site's. */
  caller: string | null;
  begin: () => void;
  giveUp: (refusal: AppError) => void;
}

/** Few pieces of work at once, and the others in a fair queue of sites, and in each of its callers. */
export class FairTurns {
  readonly #queue: FairQueue<Turn>;
  /** How much of each caller is under way. */
  readonly #ofCaller = new Map<string, number>();
  #running = 0;

  /** @param ofCaller so much at once of a caller who is named */
  constructor(
    readonly atOnce: number,
    longestQueue: number,
    readonly full: string,
    readonly ofCaller = atOnce,
  ) {
    this.#queue = new FairQueue(longestQueue);
  }

  /** @throws AppError `unavailable` when too many are waiting */
  async take<T>({ addressSite, addressBlock, caller }: Origin, work: () => Promise<T>): Promise<T> {
    const site = addressSite ?? addressBlock ?? 'direct';
    const own = `${site} ${caller ?? ''}`;
    const turn = { from: [site, own], caller: caller ? own : null };
    if (this.#running < this.atOnce && this.#mayBegin(turn)) {
      this.#count(turn, 1);
      this.#queue.serve(turn);
    } else await this.#turnOf(turn);
    try {
      return await work();
    } finally {
      this.#count(turn, -1);
      const next = this.#queue.next((one) => this.#mayBegin(one));
      if (next) {
        this.#count(next, 1);
        next.begin();
      }
    }
  }

  #mayBegin({ caller }: Pick<Turn, 'caller'>): boolean {
    return caller === null || (this.#ofCaller.get(caller) ?? 0) < this.ofCaller;
  }

  #count({ caller }: Pick<Turn, 'caller'>, by: 1 | -1): void {
    this.#running += by;
    if (caller === null) return;
    const own = (this.#ofCaller.get(caller) ?? 0) + by;
    if (own > 0) this.#ofCaller.set(caller, own);
    else this.#ofCaller.delete(caller);
  }

  async #turnOf(turn: Pick<Turn, 'from' | 'caller'>): Promise<void> {
    await new Promise<void>((begin, giveUp) => {
      for (const one of this.#queue.add({ ...turn, begin, giveUp }))
        one.giveUp(new AppError('unavailable', this.full, { retryAfter: 3 }));
    });
  }
}
