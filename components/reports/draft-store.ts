import { serverNow } from '@/components/ui/server-time';
import { underNewNames } from '@/lib/reports/rules/former-names';

/** What a person has typed so far and not sent, on this device only. */
export interface Draft {
  at: string;
  fields: Record<string, string>;
  /** What went out and got no answer. */
  sending?: SendingOfDraft | null;
}

interface SendingOfDraft {
  clientKey: string;
  stamp: string;
  /** Whether pictures went with it. */
  pictures: boolean;
}

const key = 'standby.report-draft';
const days = 7;
const listeners = new Set<() => void>();

let known: Draft | null | undefined;

function read(): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    const fresh = draft && serverNow() - Date.parse(draft.at) < days * 86_400_000;
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
  store(
    fields && { at: new Date(serverNow()).toISOString(), fields, sending: currentDraft()?.sending ?? null },
  );
}

/** Notes that the draft is on its way, until an answer came: whoever leaves the page meanwhile is told. */
export function noteSending(sending: SendingOfDraft | null, fields: Record<string, string>): void {
  store({ at: new Date(serverNow()).toISOString(), fields, sending });
}

export const unansweredSending = (): SendingOfDraft | null => currentDraft()?.sending ?? null;

function store(draft: Draft | null): void {
  known = draft;
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
