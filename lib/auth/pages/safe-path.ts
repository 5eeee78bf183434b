import type { Route } from 'next';

/** The page that somebody who signs in comes to. */
export const consoleHome = '/home';

/**
 * The place to go on to after signing in: a path of this site, or the fallback. What browsers read as another host
 * (`//host`, `/\host`, control characters that they drop) is not a path of this site.
 */
export function safePath(wanted: unknown, fallback: Route = consoleHome): Route {
  if (typeof wanted !== 'string' || wanted.length > 2_000) return fallback;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return fallback;
  const url = new URL(wanted, 'http://here.invalid');
  if (url.host !== 'here.invalid' || /^\/(\/|(sign-in|api|_next)(\/|$))/.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}` as Route;
}
