import type { Route } from 'next';

/** An address to keep or to pass on; `Link` and the router check those that are written where they are used. */
export function to<R extends string>(route: Route<R>): Route {
  return route as Route;
}
