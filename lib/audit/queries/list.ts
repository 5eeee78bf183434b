import { type AuditEventView, type AuditPageView, type AuditSubject, auditPageViewSchema } from './views';
import '@/lib/nouns';
import { auditPolicy } from '@/lib/audit/policy';
import { listEventsInput } from '@/lib/audit/schema';
import { pool } from '@/lib/database/db';
import { type Names, type StoredEvent, sentenceOf, upcastEvent } from '@/lib/platform/events/event-type';
import { readNamesIn } from '@/lib/platform/events/names';
import { eventColumns, storedEvent } from '@/lib/platform/events/read-events';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';

const pageSize = 50;

const actorKinds: Record<string, (name: string | null) => string> = {
  member: (name) => name ?? 'A member',
  key: (name) => (name ? `Key “${name}”` : 'An API key'),
  reporter: (name) => (name ? `Reporter of ${name}` : 'A reporter'),
  subscriber: () => 'A subscriber',
  callback: () => 'An automation',
  system: () => 'Standby',
  cli: () => 'Command line',
  anonymous: () => 'Not signed in',
};

function actorWords(event: StoredEvent, names: Names): string {
  // Whoever signs in or uses a mailed link is known by the event, though not signed in while doing it.
  const self = event.actorKind === 'anonymous' ? event.data.memberId : null;
  if (typeof self === 'string') return names('member', self) ?? 'A member';
  // A reporter is known here by the report alone.
  const kind = event.actorKind === 'reporter' ? 'report' : event.actorKind;
  const name = event.actorId ? names(kind, event.actorId) : null;
  return actorKinds[event.actorKind]?.(name) ?? event.actorKind;
}

/** What has a name or a reference; else, what there is. */
function subjectsOf(event: StoredEvent, names: Names): AuditSubject[] {
  const all = event.subjects.map(({ kind, id }) => ({ kind, id, name: names(kind, id) }));
  const named = all.filter((subject) => subject.name !== null);
  return (named.length > 0 ? named : all).sort((a, b) => a.kind.localeCompare(b.kind));
}

function view(event: StoredEvent, names: Names): AuditEventView {
  return {
    position: String(event.position),
    type: event.type,
    at: event.occurredAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    drill: event.mode === 'DRILL',
    actor: actorWords(event, names),
    what: sentenceOf(event, names),
    subjects: subjectsOf(event, names),
    requestId: event.requestId,
  };
}

/** The log, newest first. Positions have no gaps, so a page is a range of the key. */
export const listEvents = query({
  name: 'audit.read',
  input: listEventsInput,
  answer: auditPageViewSchema,
  allow: permit(auditPolicy, 'audit.read'),
  run: async ({ db, input }): Promise<AuditPageView> => {
    const { rows } = await pool().query(
      `select ${eventColumns}, p.position from event_position p join event e on e.id = p.event_id
       where ($1::bigint is null or p.position < $1) and ($2::text is null or e.type like $2 || '.%')
       order by p.position desc limit $3`,
      [input.before?.toString() ?? null, input.noun ?? null, pageSize + 1],
    );
    const events = rows.slice(0, pageSize).map((row) => upcastEvent(storedEvent(row)));
    const names = await readNamesIn(db, events);
    const older = rows.length > pageSize ? String(events.at(-1)?.position) : null;
    return { events: events.map((event) => view(event, names)), older };
  },
});
