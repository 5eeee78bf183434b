/** One who waits. */
export interface Waiting {
  /** From whom, the widest first, such as the network and then the report. */
  from: readonly string[];
  /** What lies in memory meanwhile. */
  bytes?: number;
}

/** So many of those who had a turn are remembered. */
const mostServed = 10_000;

export const bytesOf = (some: readonly Waiting[]): number =>
  some.reduce((sum, { bytes = 0 }) => sum + bytes, 0);

/** More of them; of as many, more bytes. */
const isMore = (some: readonly Waiting[], others: readonly Waiting[]): boolean =>
  some.length > others.length || (some.length === others.length && bytesOf(some) > bytesOf(others));

/**
 * A queue whose turns go round, first among networks, then among what each of them sends, so that nobody waits for all the
 * work of somebody else. When it is full, whoever has the most in it makes room for whoever has less: of the networks, or
 * else of their own one.
 */
export class FairQueue<W extends Waiting> {
  /** In the order in which they came. */
  #waiting: W[] = [];
  /** When each had their last turn, counted in turns, while anybody waits; the latest stands last. */
  readonly #served = new Map<string, number>();
  /** Whoever is not remembered counts by the turn in which this came: nobody goes ahead by another name each time. */
  readonly #came = new WeakMap<W, number>();
  #turn = 0;

  constructor(
    readonly most: number,
    readonly mostBytes = Number.POSITIVE_INFINITY,
  ) {}

  get waiting(): readonly W[] {
    return this.#waiting;
  }

  /** @returns those for whom there is no room any more: the last of whoever has the most, or the one that comes */
  add(one: W): W[] {
    const leaving = this.#leavingFor(one);
    if (!leaving) return [one];
    this.#came.set(one, this.#turn - 0.5);
    this.#waiting = [...this.#waiting.filter((other) => !leaving.includes(other)), one];
    return leaving;
  }

  /** The one whose last turn was the longest ago, of those who may have one now. */
  next(may: (one: W) => boolean = () => true): W | undefined {
    const next = this.#waiting.reduce<W | undefined>(
      (first, one) => (!may(one) || (first && !this.#isBefore(one, first)) ? first : one),
      undefined,
    );
    if (next) {
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.serve(next);
    } else if (this.#waiting.length === 0) this.#served.clear();
    return next;
  }

  /** It is their turn: everybody else has theirs before the next. */
  serve({ from }: Waiting): void {
    this.#turn += 1;
    for (const name of from) {
      this.#served.delete(name);
      this.#served.set(name, this.#turn);
    }
    for (const oldest of this.#served.keys()) {
      if (this.#served.size <= mostServed) break;
      this.#served.delete(oldest);
    }
  }

  #isBefore(one: W, other: W): boolean {
    const turnOf = (whose: W, depth: number): number =>
      this.#served.get(whose.from[depth] ?? '') ?? this.#came.get(whose) ?? 0;
    for (const depth of one.from.keys()) {
      const apart = turnOf(one, depth) - turnOf(other, depth);
      if (apart !== 0) return apart < 0;
    }
    return false;
  }

  /** Null where nobody has more than whoever comes would have. */
  #leavingFor(one: W): W[] | null {
    const leaving: W[] = [];
    for (;;) {
      const staying = this.#waiting.filter((other) => !leaving.includes(other));
      const isLong = staying.length >= this.most;
      if (!isLong && bytesOf([...staying, one]) <= this.mostBytes) return leaving;
      const last = one.from.map((_, depth) => lastOfMost(staying, one, { depth, isLong })).find(Boolean);
      if (!last) return null;
      leaving.push(last);
    }
  }
}

/** The last of whoever has more than one who comes would have, of those whom both come from. */
function lastOfMost<W extends Waiting>(
  staying: readonly W[],
  coming: W,
  { depth, isLong }: { depth: number; isLong: boolean },
): W | undefined {
  const { from } = coming;
  const beside = staying.filter((other) => from.slice(0, depth).every((name, at) => other.from[at] === name));
  const each = Map.groupBy(beside, (other) => other.from[depth]);
  const own = [...(each.get(from[depth]) ?? []), coming];
  const [most] = [...each.values()]
    .filter((theirs) => isMore(theirs, own))
    .sort((a, b) => (isLong ? b.length - a.length : bytesOf(b) - bytesOf(a)));
  return most?.at(-1);
}
