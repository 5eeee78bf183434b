import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { unmapped } from '@/lib/auth/address-block';

/** An address without port, brackets, and the IPv6 around an IPv4. */
export function plainAddress(address: string): string {
  const bare = address.trim().replace(/^\[([^\]]+)\](:\d+)?$/, '$1');
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare)?.[1];
  return withPort ?? unmapped(bare);
}

/**
 * The client's address. Every proxy adds the address it was called from at the end of x-forwarded-for, so with n
 * believed proxies it is the n-th entry from the right, or the first one there is; what stands further left was
 * written by the client itself. @returns an IP address, never empty
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  trusted: number,
): string {
  const direct = plainAddress(socket ?? '0.0.0.0');
  if (trusted === 0 || !forwarded) return direct;
  const entries = forwarded.split(',').map(plainAddress);
  const found = entries[Math.max(0, entries.length - trusted)];
  return found && isIP(found) ? found : direct;
}

const proxyHeader =
  /^(x-forwarded-|x-middleware-|x-nextjs-|x-invoke-|x-standby-|x-real-ip$|forwarded$|x-now-|x-vercel-|x-matched-path$)/;

/** In `next dev` the answer to an action names the page that asked by these, and without them it never arrives. */
const devHeader = /^x-nextjs-(html-)?request-id$/;

function isForged(name: string): boolean {
  return proxyHeader.test(name) && !(process.env.NODE_ENV === 'development' && devHeader.test(name));
}

/** Headers by which a proxy, or Next itself, speaks to the app. From a client they are a lie, so they go. */
export function stripProxyHeaders(request: IncomingMessage): void {
  let found = false;
  for (const name of Object.keys(request.headers)) {
    if (!isForged(name)) continue;
    delete request.headers[name];
    found = true;
  }
  if (!found) return;
  const trusted: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] as string;
    if (!isForged(name.toLowerCase())) trusted.push(name, request.rawHeaders[index + 1] as string);
  }
  request.rawHeaders.splice(0, request.rawHeaders.length, ...trusted);
}
