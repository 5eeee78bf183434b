/**
 * The documents that are being served, in the memory of this process. Bundled code and code run by tsx are two
 * instances of this module, so the current set lives on globalThis. Only node built-ins are imported here,
 * because the first answer after a start waits for nothing else.
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

interface Holder {
  current: DocumentSet | null;
  waiting: Set<(set: DocumentSet) => void>;
}

declare global {
  var standbyDocuments: Holder | undefined;
}

function holder(): Holder {
  globalThis.standbyDocuments ??= { current: null, waiting: new Set() };
  return globalThis.standbyDocuments;
}

export function currentDocuments(): DocumentSet | null {
  return holder().current;
}

/** Puts a whole set in place at once; a request sees all of one set or all of the next. */
export function swapDocuments(next: DocumentSet): void {
  const held = holder();
  held.current = next;
  for (const listener of held.waiting) listener(next);
}

/** Calls the listener after every swap until the returned function is called. */
export function onDocumentsSwapped(listener: (set: DocumentSet) => void): () => void {
  const { waiting } = holder();
  waiting.add(listener);
  return () => waiting.delete(listener);
}

/** For tests: a process starts with nothing published. */
export function forgetDocuments(): void {
  globalThis.standbyDocuments = undefined;
}
