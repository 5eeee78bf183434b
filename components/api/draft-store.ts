/* What is being written stays on this device until it is sent, so that nothing typed is ever lost. */
const prefix = 'draft:';
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

/** The text under a key; empty where nothing was written. */
export function readDraft(key: string): string {
  const known = memory.get(key);
  if (known !== undefined) return known;
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
  }
}

/**
 * What is written here is what this page goes on showing, whatever another one writes. Storage may be full or
 * forbidden: the text is then kept as long as the page is open. An empty text is forgotten.
 */
export function writeDraft(key: string, text: string): void {
  memory.set(key, text);
  try {
    if (text) localStorage.setItem(prefix + key, text);
    else localStorage.removeItem(prefix + key);
  } catch {
    // Kept in memory.
  }
  for (const listener of listeners) listener();
}

export function watchDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The object that was written under a key; null for none, and for one that cannot be read. */
export function parseDraft<T extends object>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text || 'null');
    return typeof value === 'object' ? (value as T | null) : null;
  } catch {
    return null;
  }
}
