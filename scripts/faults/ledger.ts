import { randomUUID } from 'node:crypto';
import { askOrNull } from '@/scripts/trial/http';
import type { Random } from '@/scripts/trial/random';
import type { Standing } from '@/scripts/trial/standing';
import { pause, waitFor } from '@/scripts/trial/wait';

export type LedgerKind = 'report' | 'update';

/** What was acknowledged, by the key under which it was sent. */
export interface Entry {
  kind: LedgerKind;
  key: string;
  /** The reference of the report, or the id of the update. */
  acknowledged: string;
  /** Answered with 202: kept on the machine until the database is back. */
  kept: boolean;
  /** How often it had to be sent. */
  sent: number;
}

export interface Ledger {
  entries: Entry[];
  /** Answers that were neither 2xx nor worth another try. */
  refusals: string[];
  /** Given up when the load was over; may be stored or not, but never twice. */
  open: number;
  /** The longest that one answer took, in milliseconds. */
  slowest: number;
}

/** What is written into every text, so that a double is found whatever its key. */
const marker = (key: string) => `ledger ${key}`;

interface Sending {
  standing: Standing;
  random: Random;
  incidents: string[];
  ledger: Ledger;
  /** Set when no new entry is begun. */
  over: { at: number | null };
}

/** An unfinished entry is tried again for so long after the end of the load, in milliseconds. */
const patience = 60_000;

function requestFor(kind: LedgerKind, key: string, { random, incidents }: Sending) {
  if (kind === 'report') {
    const body = { service: 'case-records', experience: 'UNUSABLE', description: marker(key) };
    return { path: '/api/v1/reports', body };
  }
  const audience = random.pick(['PUBLIC', 'INTERNAL'] as const);
  const next = audience === 'PUBLIC' ? { next: { minutes: random.between(5, 60) } } : {};
  return {
    path: `/api/v1/incidents/${random.pick(incidents)}/updates`,
    body: { audience, text: marker(key), ...next },
  };
}

/** Somebody behind an address of their own each time. */
function anyAddress(random: Random): string {
  return `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`;
}

/** Sends one thing under one key until it is acknowledged, as a client does that must not lose it. */
async function sendOne(kind: LedgerKind, sending: Sending): Promise<void> {
  const { standing, ledger, over, random } = sending;
  const key = randomUUID();
  const { path, body } = requestFor(kind, key, sending);
  const headers = {
    ...standing.manager,
    'idempotency-key': key,
    'x-forwarded-for': anyAddress(random),
  };
  for (let sent = 1; ; sent += 1) {
    const began = performance.now();
    const answer = await askOrNull(`${standing.product.url}${path}`, { body, headers, timeout: 30_000 });
    ledger.slowest = Math.max(ledger.slowest, performance.now() - began);
    if (answer && answer.status < 300) {
      const view = JSON.parse(answer.body) as { ref?: string; updateId?: string };
      const acknowledged = (kind === 'report' ? view.ref : view.updateId) ?? '';
      ledger.entries.push({ kind, key, acknowledged, kept: answer.status === 202, sent });
      return;
    }
    if (answer && answer.status < 500) {
      ledger.refusals.push(`${path} answered ${answer.status} ${answer.body.slice(0, 200)}`);
      return;
    }
    if (over.at !== null && Date.now() - over.at > patience) {
      ledger.open += 1;
      return;
    }
    await pause(random.between(50, 300));
  }
}

export interface RunningLoad {
  ledger: Ledger;
  /** Waits until so many more are acknowledged. @throws Error after two minutes without */
  acknowledged(more: number): Promise<void>;
  /** Begins nothing new, and waits until what was begun is acknowledged. */
  finish(): Promise<Ledger>;
}

export interface LoadShape {
  lanes?: number;
  /** Milliseconds of rest of a lane between two, from and to. */
  rest?: [number, number];
  /** Updates need the database; reports must not. */
  reportsOnly?: boolean;
}

/** Reports and updates through the API, `lanes` at once, each lane with a short rest between two. */
export function startLoad(
  standing: Standing,
  random: Random,
  incidents: string[],
  { lanes = 8, rest = [20, 150], reportsOnly = false }: LoadShape = {},
): RunningLoad {
  const ledger: Ledger = { entries: [], refusals: [], open: 0, slowest: 0 };
  const over: { at: number | null } = { at: null };
  const sending: Sending = { standing, random, incidents, ledger, over };
  const lane = async (): Promise<void> => {
    while (over.at === null) {
      await sendOne(reportsOnly || random.next() < 0.7 ? 'report' : 'update', sending);
      await pause(random.between(...rest));
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane));
  return {
    ledger,
    acknowledged: async (more) => {
      const wanted = ledger.entries.length + more;
      await waitFor(`${more} more to be acknowledged`, () => ledger.entries.length >= wanted);
    },
    finish: async () => {
      over.at = Date.now();
      await done;
      return ledger;
    },
  };
}
