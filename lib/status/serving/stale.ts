import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { DocumentSet, StoredDocument } from '@/lib/status/documents/store';

/** Older than this, a document says so itself: three of the publisher's 60 s rounds were missed. */
export const staleAfterMs = 180_000;

export function isStale(set: DocumentSet, now = Date.now()): boolean {
  return now - Date.parse(set.asOf) > staleAfterMs;
}

export function isHtml(document: StoredDocument): boolean {
  return document.contentType.startsWith('text/html');
}

const staleByDocument = new WeakMap<StoredDocument, StoredDocument>();
const hiddenBanner = Buffer.from(' data-stale="" hidden=""');

/**
 * The same page with its banner of age shown. Every page carries the banner, hidden; taking two attributes out
 * of the bytes works while neither the database nor the renderer is there.
 */
export function staleVariant(document: StoredDocument): StoredDocument {
  const known = staleByDocument.get(document);
  if (known) return known;
  const at = document.identity.indexOf(hiddenBanner);
  if (at < 0) return document;
  const identity = Buffer.concat([
    document.identity.subarray(0, at),
    document.identity.subarray(at + hiddenBanner.length),
  ]);
  const variant: StoredDocument = {
    ...document,
    hash: `${document.hash}-stale`,
    identity,
    gzip: gzipSync(identity),
    br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
  staleByDocument.set(document, variant);
  return variant;
}
