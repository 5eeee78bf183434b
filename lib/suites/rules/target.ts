import { counted } from '@/lib/language/words';
import { withoutEnd } from '@/lib/platform/rules/without-end';
import type { HttpRequest, NetworkProbe } from '@/lib/probes/rules/probe';
import type { CaseRequest } from './case';

/** A case of HTTP becomes a request: the address's own path, if any, comes before the case's. */
export function httpRequestAt(request: Extract<CaseRequest, { kind: 'HTTP' }>, address: string): HttpRequest {
  const { kind: _kind, path, ...rest } = request;
  const base = new URL(address);
  // Put together as text: resolving a path such as `/\other` against the address could lead to another host.
  return { ...rest, url: `${base.origin}${withoutEnd(base.pathname, '/')}${path}` };
}

/** The other cases look at the host and port of the address unless they name their own. */
export function probeAt(
  request: Exclude<CaseRequest, { kind: 'HTTP' }>,
  address: string,
  timeoutMs: number,
): NetworkProbe {
  const base = new URL(address);
  const host = request.host ?? base.hostname.replace(/^\[(.*)\]$/, '$1');
  if (request.kind === 'DNS') return { kind: 'DNS', host, expect: [], timeoutMs };
  const port = request.port ?? (Number(base.port) || (base.protocol === 'https:' ? 443 : 80));
  if (request.kind === 'TCP') return { kind: 'TCP', host, port, timeoutMs };
  const { servername, minDays } = request;
  return { kind: 'TLS', host, port, servername, minDays, timeoutMs };
}

/** `GET /items`, `TCP to port 443`: what a case asks, for lists. */
export function requestWords(request: CaseRequest): string {
  const port = (given: number | null) => (given === null ? '' : ` to port ${given}`);
  const host = (given: string | null) => (given === null ? '' : ` of ${given}`);
  switch (request.kind) {
    case 'HTTP':
      return `${request.method} ${request.path}`;
    case 'TCP':
      return `TCP${port(request.port)}${host(request.host)}`;
    case 'TLS':
      return `Certificate${host(request.servername ?? request.host)}, valid over ${counted(request.minDays, 'day')}`;
    case 'DNS':
      return `Name${host(request.host)} resolves`;
  }
}
