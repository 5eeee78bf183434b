import { serverNow } from '@/components/ui/server-time';
import { parseDraft, readDraft, writeDraft } from './draft-store';
import type { Sending } from './sending';

/** As long as the server knows what it answered to a key. */
const storedMs = 24 * 60 * 60_000;

/** A sending while the server would know it again; null afterwards, when its key means nothing any more. */
export function stillKnown<S extends { at: number }>(sending: S | null): S | null {
  return sending && serverNow() - sending.at < storedMs ? sending : null;
}

interface Open {
  sending: Sending<unknown>;
  draft: string | undefined;
}

/* What became of these is not known, by their keys. One of a draft is stored beside it and lives as long. */
const open = new Map<string, Open>();

const besideDraft = (draft: string) => `${draft}:sending`;

function store({ sending, draft }: Open): void {
  if (draft) writeDraft(besideDraft(draft), JSON.stringify(sending));
}

/** The sending of a draft that got no answer, here, before a reload or in another window. */
export function unansweredOf<V>(draft: string): Sending<V> | null {
  return stillKnown(parseDraft<Sending<V>>(readDraft(besideDraft(draft))));
}

export function hold(sending: Sending<unknown>, draft: string | undefined): void {
  open.set(sending.key, { sending, draft });
  store({ sending, draft });
}

export function release(key: string, draft: string | undefined): void {
  open.delete(key);
  if (draft) writeDraft(besideDraft(draft), '');
}

/** What is to go out under a key: what went out at first, whatever follows from the clock and the page by now. */
export function bodyUnder(key: string, body: string): string {
  const found = open.get(key);
  if (!found) return body;
  if (found.sending.body === undefined) {
    found.sending.body = body;
    store(found);
  }
  return found.sending.body;
}
