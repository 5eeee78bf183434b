import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteOf } from '@/lib/auth/address-block';
import { limit } from '@/lib/platform/limits/limit';
import { refuseOnSocket } from './refuse';

/** From here on a body counts against the room that there is for all of them, in bytes. */
const large = 1024 * 1024;
const beyond = 'waits for its turn, 25 seconds at most';
/** Large bodies that are read at once: of everybody, and of one site, so that it leaves room for another. */
const room = {
  inAll: limit({ name: 'bodies', counts: 'requests of more than 1 MB', most: 4, beyond }).most,
  ofNetwork: limit({
    name: 'bodies:network',
    counts: 'requests of more than 1 MB, of a network or of a whole /48 of IPv6',
    most: 2,
    beyond,
  }).most,
};

const given = {
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
  begin: () => void;
}

/** A body that has room. */
class Inside {
  readonly #since = Date.now();
  readonly #before: number;
  readonly #request: IncomingMessage;

  constructor(
    request: IncomingMessage,
    readonly network: string,
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
  readonly #waiting: Waiting[] = [];
  /** When each network was last let in, counted in turns, while anybody is inside. */
  readonly #served = new Map<string, number>();
  #turns = 0;
  readonly #times: typeof given;
  #watch: NodeJS.Timeout | undefined;

  constructor(times: Partial<typeof given> = {}) {
    this.#times = { ...given, ...times };
  }

  /** Waits until a request may be read, and keeps its room until it is answered. @returns false when it took too long */
  async enter(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
    if (Number(request.headers['content-length'] ?? 0) <= large) return true;
    const network = siteOf(address) ?? address;
    const admit = (): void => {
      const inside = new Inside(request, network);
      this.#inside.add(inside);
      this.#turns += 1;
      this.#served.set(network, this.#turns);
      this.#watch ??= setInterval(() => this.#hurry(), 1_000);
      const leave = (): void => {
        this.#inside.delete(inside);
        this.#next();
      };
      if (response.destroyed) leave();
      else response.once('close', leave);
    };
    if (!this.#hasRoom(network)) return await this.#turn(network, admit);
    admit();
    return true;
  }

  #turn(network: string, admit: () => void): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting = {
        network,
        begin: () => {
          clearTimeout(impatience);
          admit();
          resolve(true);
        },
      };
      const impatience = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        resolve(false);
      }, this.#times.patienceMs);
      this.#waiting.push(waiting);
    });
  }

  #hasRoom(network: string): boolean {
    const own = [...this.#inside].filter((one) => one.network === network).length;
    return this.#inside.size < room.inAll && own < room.ofNetwork;
  }

  /** Of those whom there is room for, the one whose network was let in the longest ago. */
  #next(): void {
    const turnOf = ({ network }: Waiting) => this.#served.get(network) ?? 0;
    const [next] = this.#waiting
      .filter(({ network }) => this.#hasRoom(network))
      .sort((a, b) => turnOf(a) - turnOf(b));
    if (next) {
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      next.begin();
    } else if (this.#inside.size === 0) {
      clearInterval(this.#watch);
      this.#watch = undefined;
      this.#served.clear();
    }
  }

  /** Ends what comes too slowly, and, where others wait for room, the slowest that has had its turn. */
  #hurry(): void {
    const { graceMs, turnMs } = this.#times;
    const inside = [...this.#inside];
    for (const one of inside) if (one.comesFor(graceMs) && one.perSecond() < leastBytesPerSecond) one.end();
    if (inside.length < room.inAll || this.#waiting.length === 0) return;
    const [slowest] = inside
      .filter((one) => one.comesFor(turnMs) && this.#waiting.some(({ network }) => network !== one.network))
      .sort((a, b) => a.perSecond() - b.perSecond());
    slowest?.end();
  }
}
