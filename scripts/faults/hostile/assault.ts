import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Finding } from '@/scripts/faults/finding';
import type { MailSink } from '@/scripts/faults/mail-sink';
import type { Browser } from '@/scripts/faults/sign-in';
import { type Asked, askOrNull } from '@/scripts/trial/http';
import { residentBytes } from '@/scripts/trial/processes';
import type { Standing } from '@/scripts/trial/standing';
import type { Trial } from '@/scripts/trial/trial';

export interface Ground {
  trial: Trial;
  standing: Standing;
  /** Where all mail of the product arrives. */
  sink: MailSink;
  manager: Browser;
  /** How long an assault goes on that has no number of its own, in milliseconds. */
  spell: number;
}

export interface Assault {
  name: string;
  title: string;
  /** Also done in the small size, which must be over within seconds. */
  alsoSmall?: boolean;
  /** What the web process may have taken at its most, in bytes above what it had, where that is promised. */
  mostMemory?: number;
  /** @returns what became of it, beside what the bystanders met */
  run(ground: Ground): Promise<Finding[]>;
}

const agent = new Agent({ keepAlive: true });

/** One request of an attacker. @returns its status, 0 for none */
export async function send({ standing }: Ground, path: string, asked: Asked = {}): Promise<number> {
  const { url } = standing.product;
  const headers = { origin: url, ...asked.headers };
  const answer = await askOrNull(`${url}${path}`, { agent, timeout: 120_000, ...asked, headers });
  return answer?.status ?? 0;
}

/** A connection on which an attacker writes what they like; they read nothing of it unless they resume it. */
export function connection({ standing }: Ground, ...sent: (string | Uint8Array)[]): Socket {
  const { hostname, port } = new URL(standing.product.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  for (const bytes of sent) socket.write(bytes);
  return socket;
}

/** The head of a request, such as a page of ours sends it. */
export function headOf({ standing }: Ground, line: string, headers: Record<string, string>): string {
  const { host, origin } = new URL(standing.product.url);
  const lines = Object.entries({ host, origin, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** An address of a network of its own, for each number up to 65,535; no bystander has one of these. */
export function network(number: number): Record<string, string> {
  return { 'x-forwarded-for': `172.${number >> 8}.${number & 255}.7` };
}

async function lanes<T>(
  atOnce: number,
  goesOn: (number: number) => boolean,
  work: (number: number) => Promise<T>,
): Promise<T[]> {
  const made: T[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (goesOn(begun)) {
      begun += 1;
      made.push(await work(begun - 1));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return made;
}

/** Does so many things, so many at once. */
export async function each<T>(count: number, atOnce: number, work: (number: number) => Promise<T>) {
  return await lanes(atOnce, (number) => number < count, work);
}

/** Does the same again and again, so many at once, for as long as a spell goes on. */
export async function press<T>(spell: number, atOnce: number, work: (number: number) => Promise<T>) {
  const until = Date.now() + spell;
  return await lanes(atOnce, (number) => number < atOnce || Date.now() < until, work);
}

/** Watches the memory of the web process. @returns what it took at its most, when asked */
export function watchMemory({ standing }: Ground): () => number {
  let most = 0;
  const look = () => {
    most = Math.max(most, residentBytes(standing.product.pidOf('web') ?? 0));
  };
  look();
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

/** How often each status came. */
export function tally(statuses: readonly number[]): string {
  const counts = [...Map.groupBy(statuses, (status) => status || 'no answer')];
  return counts
    .map(([status, list]) => `${list.length.toLocaleString('en')} × ${status}`)
    .sort()
    .join(', ');
}

/** No answer at all, or one that says that something of ours failed. 503 asks to come again, and is none. */
export const isFailure = (status: number): boolean => status === 0 || (status >= 500 && status !== 503);

/** Reports of the service desk, each with its private link. @returns the paths of the API behind the links */
export async function privateLinks({ standing }: Ground, count: number): Promise<string[]> {
  return await each(count, 4, async (number) => {
    const report = { service: 'printing', experience: 'UNUSABLE', description: `It is report ${number}.` };
    const { trackingPath } = await standing.api<{ trackingPath: string }>('/api/v1/reports', report);
    return trackingPath.replace('/track/', '/api/v1/tracking/');
  });
}

/** How a picture is sent from a network. */
export function picture(bytes: Uint8Array, from: number): Asked {
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return { body: bytes, headers: { ...network(from), 'content-type': type } };
}
