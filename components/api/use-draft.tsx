'use client';

import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { parseDraft, readDraft, watchDrafts, writeDraft } from './draft-store';

const Author = createContext<string | null>(null);

/** Says whose drafts these are, so that nobody finds those of somebody else on a shared device. */
export function DraftAuthor({ memberId, children }: { memberId: string; children: ReactNode }) {
  return <Author value={memberId}>{children}</Author>;
}

/** What a draft is stored under. @param name the form and its subject, such as `note:<id>` */
export function useDraftKey(name: string): string {
  const author = use(Author);
  if (author === null) throw new Error('Drafts belong to a member.');
  return `${author}:${name}`;
}

export interface Draft<T extends object> {
  /** What it is stored under. */
  key: string;
  values: T;
  set: (change: Partial<T>) => void;
  clear: () => void;
}

/** Everything that is being entered into a form; it stays on this device until it was sent. `empty` is the form before. */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const key = useDraftKey(name);
  const stored = useSyncExternalStore(
    watchDrafts,
    () => readDraft(key),
    () => '',
  );
  const entered = useMemo(() => parseDraft<Partial<T>>(stored), [stored]);
  return {
    key,
    values: { ...empty, ...entered },
    set: (change) =>
      writeDraft(key, JSON.stringify({ ...parseDraft<Partial<T>>(readDraft(key)), ...change })),
    clear: () => writeDraft(key, ''),
  };
}
