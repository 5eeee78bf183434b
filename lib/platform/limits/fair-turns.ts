import { AppError } from '@/lib/platform/errors';
import type { Network } from './limit';

interface Waiting {
  whose: string;
  begin: () => void;
  giveUp: () => void;
}

/**
 * Few pieces of work at once, the others in a queue whose turns go round among sites, so that nobody waits for all the
 * work of somebody else. In a full queue whoever has the most in it makes room for whoever has less.
 */
export class FairTurns {
  readonly #waiting: Waiting[] = [];
  /** When each site had its last turn, counted in turns, while anybody waits. */
  readonly #served = new Map<string, number>();
  #running = 0;
  #turn = 0;

  constructor(
    readonly atOnce: number,
    readonly longestQueue: number,
    readonly full: string,
  ) {}

  /** @throws AppError `unavailable` when too many are waiting */
  async take<T>(from: Network, work: () => Promise<T>): Promise<T> {
    const whose = from.addressSite ?? from.addressBlock ?? 'direct';
    if (this.#running >= this.atOnce) await this.#turnOf(whose);
    else this.#running += 1;
    this.#turn += 1;
    this.#served.set(whose, this.#turn);
    try {
      return await work();
    } finally {
      const next = this.#next();
      if (next) next.begin();
      else this.#running -= 1;
    }
  }

  async #turnOf(whose: string): Promise<void> {
    if (this.#waiting.length >= this.longestQueue) this.#makeRoomFor(whose);
    await new Promise<void>((begin, reject) => {
      const refusal = new AppError('unavailable', this.full, { retryAfter: 3 });
      this.#waiting.push({ whose, begin, giveUp: () => reject(refusal) });
    });
  }

  #makeRoomFor(whose: string): void {
    const bySite = Map.groupBy(this.#waiting, (one) => one.whose);
    const [most = []] = [...bySite.values()].sort((a, b) => b.length - a.length);
    const last = most.at(-1);
    if (!last || most.length <= (bySite.get(whose)?.length ?? 0) + 1)
      throw new AppError('unavailable', this.full, { retryAfter: 3 });
    this.#waiting.splice(this.#waiting.indexOf(last), 1);
    last.giveUp();
  }

  /** Whose last turn was the longest ago. */
  #next(): Waiting | undefined {
    const turnOf = ({ whose }: Waiting) => this.#served.get(whose) ?? 0;
    const next = this.#waiting.reduce<Waiting | undefined>(
      (first, one) => (first && turnOf(first) <= turnOf(one) ? first : one),
      undefined,
    );
    if (!next) {
      this.#served.clear();
      return undefined;
    }
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    // Its turn is now, and not when its work begins: the others of its site wait from here on.
    this.#served.set(next.whose, this.#turn + 1);
    return next;
  }
}
