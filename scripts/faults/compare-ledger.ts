import type pg from 'pg';
import { shownMs } from '@/scripts/trial/figures';
import type { Standing } from '@/scripts/trial/standing';
import { waitFor } from '@/scripts/trial/wait';
import { type Finding, finding } from './finding';
import type { Entry, Ledger, LedgerKind } from './ledger';

const stored: Record<LedgerKind, string> = {
  report: `select description as text, ref as acknowledged from report where description like 'ledger %'`,
  update: `select body as text, update_id::text as acknowledged from update_revision
    where number = 1 and body like 'ledger %'`,
};

interface Compared {
  lost: Entry[];
  doubled: string[];
  /** Stored under another reference than the one that was acknowledged. */
  swapped: Entry[];
}

async function compareKind(pool: pg.Pool, kind: LedgerKind, entries: Entry[]): Promise<Compared> {
  const { rows } = await pool.query<{ text: string; acknowledged: string }>(stored[kind]);
  const byKey = new Map<string, string[]>();
  for (const { text, acknowledged } of rows) {
    const key = text.replace('ledger ', '');
    byKey.set(key, [...(byKey.get(key) ?? []), acknowledged]);
  }
  return {
    lost: entries.filter(({ key }) => !byKey.has(key)),
    doubled: [...byKey].filter(([, list]) => list.length > 1).map(([key]) => key),
    swapped: entries.filter(
      ({ key, acknowledged }) => byKey.has(key) && !byKey.get(key)?.includes(acknowledged),
    ),
  };
}

/** One event each, in one place each: `what` is counted per `value`. */
const doubledEvents = `select count(*)::int as count from (
  select s.subject_id from event e join event_subject s on s.event_id = e.id and s.kind = 'report'
    where e.type = 'report.filed' group by 1 having count(*) > 1
  union all
  select (e.data->>'updateId')::uuid from event e where e.type = 'update.published' group by 1 having count(*) > 1) d`;

const missingEvents = `select count(*)::int as count from report r where not exists (
  select 1 from event e join event_subject s on s.event_id = e.id and s.kind = 'report' and s.subject_id = r.id
  where e.type = 'report.filed')`;

async function count(pool: pg.Pool, sql: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(sql);
  return rows[0]?.count ?? -1;
}

/** Positions are given out soon after the commit. */
export async function sequenced(pool: pg.Pool): Promise<void> {
  const inbox = 'select count(*)::int as count from event_inbox';
  await waitFor('the sequencer to be done', async () => (await count(pool, inbox)) === 0);
}

/** Nothing may be missing, doubled or left out. */
async function positions(pool: pg.Pool): Promise<Finding> {
  await sequenced(pool).catch(() => {});
  const { rows } = await pool.query<Record<'events' | 'given' | 'distinct' | 'head', number>>(
    `select (select count(*)::int from event) as events, count(*)::int as given,
       count(distinct event_id)::int as distinct, coalesce(max(position), 0)::int as head from event_position`,
  );
  const { events = 0, given = 0, distinct = 0, head = 0 } = rows[0] ?? {};
  const kept = events > 0 && events === given && given === distinct && head === events;
  return finding(
    'every event has exactly one position, without gaps',
    kept,
    `${events} events, ${distinct} of them at ${given} positions up to ${head}`,
  );
}

/** The ledger of what was acknowledged beside what the database holds now. */
export async function compareLedger(standing: Standing, ledger: Ledger): Promise<Finding[]> {
  const { pool } = standing.database;
  const of = (kind: LedgerKind) => ledger.entries.filter((entry) => entry.kind === kind);
  const findings: Finding[] = [];
  for (const kind of ['report', 'update'] as const) {
    const entries = of(kind);
    if (kind === 'update' && entries.length === 0) continue;
    const { lost, doubled, swapped } = await compareKind(pool, kind, entries);
    const again = entries.filter(({ sent }) => sent > 1).length;
    findings.push(
      finding(
        `an acknowledged ${kind} is stored once`,
        entries.length > 0 && lost.length + doubled.length + swapped.length === 0,
        `${entries.length} acknowledged (${again} sent again): ${lost.length} lost, ${doubled.length} doubled, ` +
          `${swapped.length} under another name`,
      ),
    );
  }
  const [doubledCount, missing] = [await count(pool, doubledEvents), await count(pool, missingEvents)];
  findings.push(
    finding(
      'every report and update has its one event',
      doubledCount + missing === 0,
      `${missing} without, ${doubledCount} with two`,
    ),
    await positions(pool),
    finding(
      'no request was refused for another reason',
      ledger.refusals.length + ledger.open === 0,
      ledger.refusals[0] ?? `${ledger.open} never acknowledged, slowest answer ${shownMs(ledger.slowest)}`,
    ),
  );
  const audit = standing.product.standby('audit', 'verify');
  findings.push(
    finding(
      '“audit verify” passes',
      audit.code === 0,
      /^[^.]*/.exec(audit.said.split('\n').at(-1) ?? '')?.[0] ?? '',
    ),
  );
  return findings;
}
