import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { plainAddress } from './client-address';

/** A request that says that it was passed on, where no setting says that there is a proxy. */
export interface PassedOn {
  /** Who passed it on, or pretends to. */
  peer: string;
  /**
   * For whom. Known only where the peer runs on this machine, so that it is no stranger who made the headers up, and
   * where all of them agree, so that it is nobody behind it whose headers it left as they were.
   */
  client: string | null;
}

/** What the nearest proxy writes stands last. */
const lastClient: Record<string, (text: string) => string> = {
  'x-forwarded-for': (text) => text.split(',').at(-1) ?? '',
  forwarded: (text) => /(?:^|;)\s*for="?([^";]*)/i.exec(text.split(',').at(-1) ?? '')?.[1] ?? '',
  'x-real-ip': (text) => text,
};

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

export function passedOn({ headers, socket }: IncomingMessage): PassedOn | null {
  const found = Object.entries(lastClient).flatMap(([name, read]) => {
    const text = headers[name];
    return text === undefined ? [] : [plainAddress(read(String(text)))];
  });
  const [first] = found;
  if (first === undefined) return null;
  const peer = plainAddress(socket.remoteAddress ?? '');
  const agreed = isIP(first) > 0 && found.every((client) => client === first);
  return { peer, client: agreed && isLoopback(peer) ? first : null };
}
