import type { HttpRequest } from './probe';

/** What goes out on one hop; a redirect may change it. */
export type Outgoing = Pick<HttpRequest, 'method' | 'headers' | 'body'>;

/** They say how bytes are framed and where the connection ends, which is not the caller's to say. */
const framing = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authorization', 'proxy-authenticate'],
  ...['transfer-encoding', 'content-length', 'upgrade', 'te', 'trailer', 'expect', 'http2-settings'],
]);
const nameShape = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const valueShape = /^[\t\P{Cc}]*$/u;

/** @returns what is wrong with the headers, or null */
export function headerFault(headers: Record<string, string>): string | null {
  for (const [name, value] of Object.entries(headers)) {
    if (!nameShape.test(name)) return `“${name.slice(0, 40)}” can not be the name of a header.`;
    if (framing.has(name.toLowerCase())) return `The header ${name.toLowerCase()} can not be set.`;
    if (!valueShape.test(value)) return `The value of the header ${name} holds a line break.`;
  }
  return null;
}

/** Names in lower case; what Standby says of itself unless the caller says otherwise. */
export function headersToSend(headers: Record<string, string>): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { 'user-agent': 'Standby', accept: '*/*', 'accept-encoding': 'identity', ...given };
}

const redirecting = new Set([301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return redirecting.has(status);
}

/** The request after a redirect: secrets stay with the origin that they were meant for. */
export function afterRedirect(request: Outgoing, status: number, sameOrigin: boolean): Outgoing {
  const becomesGet =
    (status === 303 && request.method !== 'HEAD') || (status <= 302 && request.method === 'POST');
  const method = becomesGet ? 'GET' : request.method;
  const body = becomesGet || !sameOrigin ? null : request.body;
  return { method, body, headers: sameOrigin ? request.headers : {} };
}
