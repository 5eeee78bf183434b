import { underNewNames } from '@/lib/reports/rules/former-names';

/** What a person has typed so far and not sent, on this device only. */
export interface Draft {
  at: string;
  fields: Record<string, string>;
}

const key = 'standby.report-draft';
const days = 7;
const listeners = new Set<() => void>();

let known: Draft | null | undefined;

function read(): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    const fresh = draft && Date.now() - Date.parse(draft.at) < days * 86_400_000;
    return fresh && typeof draft.fields === 'object'
      ? { ...draft, fields: underNewNames(draft.fields) }
      : null;
  } catch {
    return null;
  }
}

/** The draft of this device; the same object until it changes. */
export function currentDraft(): Draft | null {
  if (known === undefined) known = read();
  return known;
}

/** Stores a draft, or forgets it. A browser that keeps nothing is no reason to stop anybody. */
export function storeDraft(fields: Record<string, string> | null): void {
  known = fields && { at: new Date().toISOString(), fields };
  try {
    if (known) localStorage.setItem(key, JSON.stringify(known));
    else localStorage.removeItem(key);
  } catch {
    known = null;
  }
  for (const listener of listeners) listener();
}

export function watchDraft(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
