import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteOf } from '@/lib/auth/address-block';
import { limit } from '@/lib/platform/limits/limit';
import { refuseOnSocket } from './refuse';

const megabyte = 1024 * 1024;
/** From here on a body counts against the room that there is for all of them, in bytes. */
const large = 16 * 1024;
const beyond = 'waits for its turn, 25 seconds at most';

const given = {
  /** Bytes that may lie in memory: of everybody, and of one site, so that it leaves room for another. */
  inAll:
    megabyte *
    limit({
      name: 'bodies',
      counts: 'megabytes of requests of more than 16 KB; each counts as one megabyte at least',
      most: 128,
      beyond,
    }).most,
  ofNetwork:
    megabyte *
    limit({
      name: 'bodies:network',
      counts: 'the same, of a network or of a whole /48 of IPv6',
      most: 64,
      beyond,
    }).most,
  waiting: limit({
    name: 'bodies:waiting',
    counts: 'such requests of a network that wait for their turn',
    most: 50,
    beyond: 'refused',
  }).most,
  /** So long somebody waits for room. */
  patienceMs: 25_000,
  /** So long a body may come as slowly as it likes. */
  graceMs: 10_000,
  /** Whoever still sends after so long makes room for somebody who waits: sooner than their patience ends. */
  turnMs: 12_000,
};
/** Below the rate of a phone at the edge of its cell nobody is waited for. */
const leastBytesPerSecond = 16 * 1024;

interface Waiting {
  network: string;
  cost: number;
  admit: () => void;
}

/** A body that has room. */
class Inside {
  readonly #since = Date.now();
  readonly #before: number;
  readonly #request: IncomingMessage;

  constructor(
    request: IncomingMessage,
    readonly network: string,
    readonly cost: number,
  ) {
    this.#request = request;
    this.#before = request.socket.bytesRead;
  }

  /** Whether it has been coming for so long, and there is still more of it. */
  comesFor(ms: number): boolean {
    return !this.#request.complete && Date.now() - this.#since >= ms;
  }

  /** In bytes. */
  perSecond(): number {
    return ((this.#request.socket.bytesRead - this.#before) * 1_000) / (Date.now() - this.#since);
  }

  /** Answers on the connection, and ends it; for whoever reads the request the client is gone. */
  end(): void {
    refuseOnSocket(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), this.#request.socket);
  }
}

/**
 * Room for large bodies, which lie in memory until they are answered. Who finds none waits for a while; those of one
 * network who wait hold up nobody of another: turns go round, and nobody keeps others out by sending slowly.
 */
export class BodyRoom {
  readonly #inside = new Set<Inside>();
  readonly #waiting = new Set<Waiting>();
  /** When each network was last let in, counted in turns, while anybody is inside. */
  readonly #served = new Map<string, number>();
  readonly #given: typeof given;
  #turns = 0;
  #watch: NodeJS.Timeout | undefined;

  constructor(other: Partial<typeof given> = {}) {
    this.#given = { ...given, ...other };
  }

  /**
   * Waits until a request may be read, and keeps its room until it is answered.
   * @returns false when it took too long, too many of its network wait already, or the client is gone
   */
  async enter(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
    const length = Number(request.headers['content-length'] ?? 0);
    if (length <= large) return true;
    const network = siteOf(address) ?? address;
    const cost = Math.max(length, megabyte);
    const admit = (): void => {
      const inside = new Inside(request, network, cost);
      this.#inside.add(inside);
      this.#turns += 1;
      this.#served.set(network, this.#turns);
      this.#watch ??= setInterval(() => this.#hurry(), 1_000);
      response.once('close', () => this.#leave(inside));
    };
    if (!this.#hasRoom(network, cost)) return await this.#turn(response, { network, cost, admit });
    admit();
    return true;
  }

  #turn(response: ServerResponse, { network, cost, admit }: Waiting): Promise<boolean> {
    const own = [...this.#waiting].filter((one) => one.network === network).length;
    if (own >= this.#given.waiting || response.destroyed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (isIn: boolean): void => {
        clearTimeout(impatience);
        response.off('close', gone);
        this.#waiting.delete(waiting);
        resolve(isIn);
      };
      const gone = (): void => end(false);
      const waiting = {
        network,
        cost,
        admit: () => {
          admit();
          end(true);
        },
      };
      const impatience = setTimeout(gone, this.#given.patienceMs);
      response.once('close', gone);
      this.#waiting.add(waiting);
    });
  }

  #hasShare(network: string, cost: number): boolean {
    let own = cost;
    for (const one of this.#inside) if (one.network === network) own += one.cost;
    return own <= this.#given.ofNetwork;
  }

  #hasRoom(network: string, cost: number): boolean {
    let all = cost;
    for (const one of this.#inside) all += one.cost;
    return all <= this.#given.inAll && this.#hasShare(network, cost);
  }

  #leave(inside: Inside): void {
    if (this.#inside.delete(inside)) this.#letIn();
  }

  /** The one whose network was let in the longest ago. */
  #next(among: Iterable<Waiting>): Waiting | undefined {
    const turnOf = ({ network }: Waiting) => this.#served.get(network) ?? 0;
    let next: Waiting | undefined;
    for (const one of among) if (!next || turnOf(one) < turnOf(next)) next = one;
    return next;
  }

  #letIn(): void {
    const withRoom = () => [...this.#waiting].filter(({ network, cost }) => this.#hasRoom(network, cost));
    for (let next = this.#next(withRoom()); next; next = this.#next(withRoom())) next.admit();
    if (this.#inside.size > 0) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#served.clear();
  }

  /**
   * Ends what comes too slowly, and the slowest that have had their turn, where somebody of another network waits who has a
   * share left of their own.
   */
  #hurry(): void {
    const { graceMs, turnMs } = this.#given;
    const end = (one: Inside): void => {
      one.end();
      this.#leave(one);
    };
    for (const one of this.#inside)
      if (one.comesFor(graceMs) && one.perSecond() < leastBytesPerSecond) end(one);
    const slow = [...this.#inside]
      .filter((one) => one.comesFor(turnMs))
      .sort((a, b) => a.perSecond() - b.perSecond());
    for (const one of slow) {
      const isWanted = [...this.#waiting].some(
        ({ network, cost }) => network !== one.network && this.#hasShare(network, cost),
      );
      if (isWanted) end(one);
    }
  }
}
