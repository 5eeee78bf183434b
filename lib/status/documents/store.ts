import { oncePerProcess } from '@/lib/platform/process/once-per-process';

/**
 * A document that is being served, in the memory of this process. Nothing heavy is imported here, because the first
 * answer after a start waits for nothing else.
 */
export interface StoredDocument {
  path: string;
  contentType: string;
  /** sha256 of the identity bytes, base64url; the encodings add their own ending to it. */
  hash: string;
  identity: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
}

export interface DocumentSet {
  /** When the facts in it were read, ISO 8601. */
  asOf: string;
  /** Names the publication; another version is another set, whatever their order. */
  version: string;
  documents: ReadonlyMap<string, StoredDocument>;
}

export const documentStore = oncePerProcess('documents', (): { current: DocumentSet | null } => ({
  current: null,
}));

export function currentDocuments(): DocumentSet | null {
  return documentStore().current;
}

/** Puts a whole set in place at once; a request sees all of one set or all of the next. */
export function swapDocuments(next: DocumentSet): void {
  documentStore().current = next;
}
