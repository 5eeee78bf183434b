/** Where something listens, as far as an address of the catalogue says it. */
export interface Target {
  host: string;
  /** None when the address is a name alone, so that nobody knows what listens where. */
  port: number | null;
  /** None when the address does not say that it speaks HTTP. */
  url: string | null;
  tls: boolean;
  /** Whether the host is an address already, so that no name has to resolve. */
  literal: boolean;
}

const hostAndPort = /^(\[[0-9a-f:.]+\]|[^\s/:@[\]]+)(?::(\d{1,5}))?$/i;
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

function isLiteral(host: string): boolean {
  return ipv4.test(host) || host.includes(':');
}

function fromUrl(text: string): Target | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    const tls = url.protocol === 'https:';
    const host = bare(url.hostname);
    const port = Number(url.port) || (tls ? 443 : 80);
    return { host, port, tls, url: url.href, literal: isLiteral(host) };
  } catch {
    return null;
  }
}

/**
 * Reads an address as people write it: `https://records.example/start`, `shop-1:4101`, `10.0.0.5`, `[::1]:80`.
 * @returns null for what is no address
 */
export function targetOf(address: string | null): Target | null {
  const text = address?.trim() ?? '';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return fromUrl(text);
  // `records.example/start`: a page without its scheme is meant for a browser.
  if (/^[^\s/]+\/\S*$/.test(text)) return fromUrl(`https://${text}`);
  const parts = hostAndPort.exec(text);
  if (!parts?.[1]) return null;
  const host = bare(parts[1]);
  const port = parts[2] ? Number(parts[2]) : null;
  if (port !== null && (port < 1 || port > 65_535)) return null;
  return { host, port, url: null, tls: false, literal: isLiteral(host) };
}

/** The address that users have: a name alone is meant for a browser, and so is a port that is not 443. */
export function publicTarget(address: string | null): (Target & { port: number; url: string }) | null {
  const target = targetOf(address);
  if (!target) return null;
  if (target.url && target.port) return { ...target, port: target.port, url: target.url };
  const tls = target.port === null || target.port === 443;
  const port = target.port ?? 443;
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  const url = `${tls ? 'https' : 'http'}://${host}${port === 443 ? '' : `:${port}`}/`;
  return { ...target, port, tls, url };
}

/** Whether two addresses are the same place, so that a server of the catalogue is what users reach first. */
export function samePlace(a: Target | null, b: Target | null): boolean {
  return a !== null && b !== null && a.host === b.host && a.port !== null && a.port === b.port;
}
