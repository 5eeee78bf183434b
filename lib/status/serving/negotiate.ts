import type { StoredDocument } from '@/lib/status/documents/store';

export type Encoding = 'br' | 'gzip' | 'identity';

function offer(name: string): RegExp {
  return new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+\\s*)?(?:,|$)`, 'i');
}

const brotli = offer('br');
const gzip = offer('(?:x-)?gzip');
const anything = offer('\\*');

/** The encoding to answer with: br before gzip before none, and never one that the client refuses with q=0. */
export function chooseEncoding(
  accept: string | undefined,
  document: Pick<StoredDocument, 'br' | 'gzip'>,
): Encoding {
  if (!accept) return 'identity';
  if (document.br && brotli.test(accept)) return 'br';
  if (document.gzip && (gzip.test(accept) || anything.test(accept))) return 'gzip';
  return 'identity';
}

/** Whether the client holds these very bytes: any encoding of them counts, weak or strong. */
export function holdsSame(condition: string | undefined, hash: string): boolean {
  if (!condition) return false;
  if (condition.trim() === '*') return true;
  return condition.split(',').some((entry) => {
    const tag = entry.trim().replace(/^W\//, '').replace(/^"|"$/g, '');
    return tag === hash || tag === `${hash}.br` || tag === `${hash}.gzip`;
  });
}
