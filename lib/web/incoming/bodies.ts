import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteOf } from '@/lib/auth/address-block';
import { limit } from '@/lib/platform/limits/limit';

const megabyte = 1024 * 1024;

/** The largest body that is read at a path, in bytes; routes of the API set lower limits of their own. */
const largest: [path: RegExp, bytes: number][] = [
  // A report or a reply with its pictures.
  [/^\/(report|track\/[^/]+)$/, 32 * megabyte],
  [/^\/api\//, 10 * megabyte],
];
/** What the other forms need. */
const largestForm = 256 * 1024;

/** From here on a body counts against the room that there is for all of them. */
const large = megabyte;
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
const patienceMs = 25_000;

/** The 413 of a body that no form and no route at this path takes. */
export function tooLarge(path: string, length: number): string | null {
  const most = largest.find(([at]) => at.test(path))?.[1] ?? largestForm;
  if (length <= most) return null;
  const words = most < megabyte ? `${most / 1024} KB` : `${most / megabyte} MB`;
  return `The request is larger than the ${words} that are read here.`;
}

interface Waiting {
  network: string;
  begin: () => void;
}

/**
 * Room for large bodies, which lie in memory until they are answered. Who finds none waits for a while; those of one
 * network who wait hold up nobody of another.
 */
export class BodyRoom {
  readonly #inside: string[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #patienceMs: number;

  constructor(patience = patienceMs) {
    this.#patienceMs = patience;
  }

  /** Waits until a request may be read, and keeps its room until it is answered. @returns false when it took too long */
  async enter(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
    if (Number(request.headers['content-length'] ?? 0) <= large) return true;
    const network = siteOf(address) ?? address;
    const began = await this.#turn(network);
    if (!began) return false;
    const leave = (): void => {
      this.#inside.splice(this.#inside.indexOf(network), 1);
      this.#next();
    };
    if (response.destroyed) leave();
    else response.once('close', leave);
    return true;
  }

  async #turn(network: string): Promise<boolean> {
    if (this.#hasRoom(network)) {
      this.#inside.push(network);
      return true;
    }
    return await new Promise((resolve) => {
      const waiting = {
        network,
        begin: () => {
          clearTimeout(impatience);
          resolve(true);
        },
      };
      const impatience = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        resolve(false);
      }, this.#patienceMs);
      this.#waiting.push(waiting);
    });
  }

  #hasRoom(network: string): boolean {
    const own = this.#inside.filter((one) => one === network).length;
    return this.#inside.length < room.inAll && own < room.ofNetwork;
  }

  #next(): void {
    const at = this.#waiting.findIndex(({ network }) => this.#hasRoom(network));
    const [next] = at < 0 ? [] : this.#waiting.splice(at, 1);
    if (!next) return;
    this.#inside.push(next.network);
    next.begin();
  }
}
