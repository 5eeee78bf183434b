import { serverNow } from '@/components/ui/server-time';

/** A report that waits on this device until it can be sent. */
export interface QueuedReport {
  clientKey: string;
  at: string;
  fields: Record<string, string>;
  /** Why the server did not take it; then a person has to look at it. */
  refusal?: string;
}

/** A report that was sent from the queue. */
export interface SentFromQueue {
  ref: string;
  trackingPath: `/track/${string}`;
  spooled: boolean;
}

interface Queue {
  waiting: QueuedReport[];
  sent: SentFromQueue[];
}

const key = 'standby.report-queue';
const most = 10;
const none: Queue = { waiting: [], sent: [] };
const listeners = new Set<() => void>();
let known: Queue | undefined;

function read(): Queue {
  try {
    const queue = JSON.parse(localStorage.getItem(key) ?? 'null') as Queue | null;
    return queue && Array.isArray(queue.waiting) && Array.isArray(queue.sent) ? queue : none;
  } catch {
    return none;
  }
}

function write(queue: Queue): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(queue));
    known = queue;
    return true;
  } catch {
    return false;
  } finally {
    for (const listener of listeners) listener();
  }
}

export function currentQueue(): Queue {
  known ??= read();
  return known;
}

export function emptyQueue(): Queue {
  return none;
}

export function watchQueue(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a report until it can be sent, once for each form. @returns whether the browser keeps it */
export function addToQueue(fields: Record<string, string>): boolean {
  const { clientKey } = fields;
  const { waiting, sent } = currentQueue();
  if (!clientKey) return false;
  const others = waiting.filter((report) => report.clientKey !== clientKey);
  if (others.length >= most) return false;
  return write({
    waiting: [...others, { clientKey, fields, at: new Date(serverNow()).toISOString() }],
    sent,
  });
}

export function takeFromQueue(clientKey: string, result: SentFromQueue | { refusal: string } | null): void {
  const { waiting, sent } = currentQueue();
  const others = waiting.filter((report) => report.clientKey !== clientKey);
  if (result && 'refusal' in result) {
    const marked = waiting.map((report) =>
      report.clientKey === clientKey ? { ...report, ...result } : report,
    );
    write({ waiting: marked, sent });
  } else write({ waiting: others, sent: result ? [...sent, result] : sent });
}

export function forgetSent(): void {
  write({ ...currentQueue(), sent: [] });
}
