import { shortened } from '@/lib/platform/rules/graphemes';
import { isolated } from '@/lib/platform/rules/isolate';
import { withoutEnd } from '@/lib/platform/rules/without-end';

export type ReadUrl = { ok: true; url: URL; host: string; port: number } | { ok: false; sentence: string };

/** Ports of other protocols, which an HTTP request could be made to speak to (the list of the Fetch standard). */
const otherProtocols = new Set([
  ...[
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  ],
  ...[
    109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  ],
  ...[526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049],
  ...[3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
]);

// Parsers disagree about what these mean inside an address, and the disagreement is how a guard gets deceived.
const ambiguous = /[\s\p{Cc}\\]/u;

/** Reads an HTTP address as it will be called, or says why it will not be. */
export function readUrl(text: string, base?: URL): ReadUrl {
  const refuse = (sentence: string): ReadUrl => ({ ok: false, sentence });
  if (ambiguous.test(text)) return refuse('An address holds no spaces, control characters or backslashes.');
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return refuse(
      `“${isolated(shortened(text, 80))}” is not an address like https://shop.example.org/health.`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse(`Standby calls http and https addresses, not ${url.protocol.slice(0, 30)}`);
  if (url.username || url.password)
    return refuse('An address with a name or a password in it is not called; use a header.');
  const host = plainHost(url.hostname);
  if (!host) return refuse(`“${isolated(shortened(text, 80))}” names no host.`);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (port === 0 || otherProtocols.has(port))
    return refuse(`Port ${port} belongs to another protocol than HTTP, and is not called.`);
  url.hash = '';
  return { ok: true, url, host, port };
}

/**
 * A host as it is looked up: lower case, numbers in any notation as the address they mean, no brackets, no final dot.
 * @returns null when it is neither a name nor an address
 */
export function readHost(text: string): string | null {
  const trimmed = text.trim();
  const bare = trimmed.includes(':') && !trimmed.startsWith('[') ? `[${trimmed}]` : trimmed;
  if (ambiguous.test(bare) || /[/?#@%]/.test(bare) || /\]:|^[^[]*:/.test(bare)) return null;
  try {
    return plainHost(new URL(`http://${bare}/`).hostname);
  } catch {
    return null;
  }
}

function plainHost(hostname: string): string | null {
  const host = withoutEnd(hostname.replace(/^\[|\]$/g, ''), '.');
  return host === '' ? null : host;
}
