import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the server found out about a request before any route saw it. */
export interface RequestFacts {
  path: string;
  /** Without the question mark. */
  query: string;
  /** The client's address, past the proxies that are believed. */
  address: string;
  /** By whose network limits and turns count where no proxy is believed, but one on this machine passed the request on. */
  client: string | null;
  proto: 'http' | 'https';
  requestId: string;
}

/**
 * A route that is answered without Next. Each of them is a Next route too, which answers the same, so that the
 * fast lane can be taken away without losing a page. It imports nothing from `next`.
 */
export interface FastRoute {
  name: string;
  match: (path: string, method: string) => boolean;
  /** Needs no more than the facts, so the headers for the app are not written for it. */
  bare?: boolean;
  handle: (request: IncomingMessage, response: ServerResponse, facts: RequestFacts) => void | Promise<void>;
}

const table: FastRoute[] = [];

/** Adds a route to the table of this process; the first that matches answers. */
export function addFastRoute(route: FastRoute): void {
  const at = table.findIndex(({ name }) => name === route.name);
  if (at >= 0) table[at] = route;
  else table.push(route);
}

export function findFastRoute(path: string, method: string): FastRoute | undefined {
  return table.find((route) => route.match(path, method));
}
