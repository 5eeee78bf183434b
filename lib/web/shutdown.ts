import type { Server } from 'node:http';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

type Closer = () => void | Promise<void>;

const closers = oncePerProcess('closers', () => new Set<Closer>());

/** Registers what ends open streams. It runs first: a server with one open stream would wait for it until killed. */
export function onShutdown(close: Closer): () => void {
  closers().add(close);
  return () => closers().delete(close);
}

/** How long requests under way may take to finish, in milliseconds; the rest of the process's end comes after. */
const drainMs = 11_000;

/** Streams are closed, no connection is taken, requests under way finish or are cut off after the drain time. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const streams = Promise.allSettled([...closers()].map(async (close) => close()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await streams;
}
