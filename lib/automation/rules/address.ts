const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443' };
/** Names of this machine: the same door under another sign. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\])$/;

interface Place {
  host: string;
  port: string;
  path: string;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function placeOf(url: string): Place | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port, protocol, pathname } = new URL(url);
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return {
    host: loopback.test(host) ? 'loopback' : host,
    port: port || (defaultPorts[protocol] ?? ''),
    // One automation behind two spellings of a path is one automation.
    path: decoded(pathname).replaceAll(/\/+/g, '/').replace(/\/$/, '').toLowerCase(),
  };
}

/** Whether two addresses lead to the same door: same host, port and path, whatever scheme, query or spelling. */
export function samePlace(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [placeOf(one), placeOf(other)];
  return a !== null && b !== null && a.host === b.host && a.port === b.port && a.path === b.path;
}
