'use client';

import { useSyncExternalStore } from 'react';

/* Texts that are being written stay on this device until they are sent, so that nothing typed is ever lost. */
const prefix = 'draft:';
const memory = new Map<string, string>();
let listeners: (() => void)[] = [];

function read(key: string): string {
  const known = memory.get(key);
  if (known !== undefined) return known;
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
  }
}

/** Storage may be full or forbidden: the text is then kept as long as the page is open. */
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

function watch(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

/** The draft under a key; empty on the server and where nothing was written. */
export function useDraft(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    watch,
    () => read(key),
    () => '',
  );
  return [text, (next) => writeDraft(key, next)];
}
