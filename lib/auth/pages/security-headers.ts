export interface PageSecurity {
  /** Fresh for each answer, base64. */
  nonce: string;
  /** People reach Standby over TLS. */
  secure: boolean;
  /** `next dev`, whose tools evaluate code, write styles and keep a socket open. */
  dev: boolean;
}

/** What an app page may load: only what this answer names, from nowhere else, shown in no frame. */
export function contentSecurityPolicy({ nonce, secure, dev }: PageSecurity): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "worker-src 'self'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ];
  return rules.join('; ');
}

/** Browsers that were here once come by TLS for a year, to this host and those below it. */
export const transportSecurity = [
  'Strict-Transport-Security',
  'max-age=31536000; includeSubDomains',
] as const;

/** The scripts and fonts of the pages, which get no headers from Next's proxy. */
const ofFiles = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const isFile = /^\/(_next\/static|fonts)\//;

/** What an answer carries whoever makes it. */
export function leastHeaders(path: string, secure: boolean): (readonly [string, string])[] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ...(isFile.test(path) ? [['Content-Security-Policy', ofFiles] as const] : []),
    ...(secure ? [transportSecurity] : []),
  ];
}

/** For answers that are no pages, downloads among them: nothing in them is ever run or framed. */
export const apiContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A mail as its reader sees it: it brings styles of its own, and no script of it is ever run. */
export const mailContentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** Headers of every answer that Next makes, besides its content security policy. */
export function safetyHeaders({ secure }: Pick<PageSecurity, 'secure'>): Record<string, string> {
  return {
    // Not `no-referrer`: browsers would then send `Origin: null` with plain forms, and those would be refused.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Both mean something over TLS only; of the first a browser complains on every other page.
    ...(secure ? Object.fromEntries([['Cross-Origin-Opener-Policy', 'same-origin'], transportSecurity]) : {}),
  };
}
