import type { Server } from 'node:http';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

type Closer = () => void | Promise<void>;

const closers = oncePerProcess('closers', () => new Set<Closer>());

/** Registers what ends open streams. It runs first: a server with one open stream would wait for it until killed. */
export function onShutdown(close: Closer): () => void {
  closers().add(close);
  return () => closers().delete(close);
}

/** How long requests under way may take to finish, in milliseconds. */
const drainMs = 14_000;

/**
 * Streams are closed, no connection is taken, requests under way finish or are cut off after the drain time.
 * Calling it twice is one shutdown.
 */
export function makeShutdown(server: Server, after: Closer[] = []): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= drain(server, after);
    return running;
  };
}

async function drain(server: Server, after: Closer[]): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.allSettled([...closers()].map(async (close) => close()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  for (const close of after) await Promise.resolve(close()).catch(() => {});
}
