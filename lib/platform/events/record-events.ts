import type { Tx } from '@/lib/database/db';
import { actorId, type Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import type { EventDraft, EventSubject } from './event-type';
import { stampVersions } from './raised-versions';

export interface EventRow {
  id: string;
  type: string;
  v: number;
  data: Record<string, unknown>;
  mode: 'LIVE' | 'DRILL';
  actor_kind: string;
  actor_id: string | null;
  request_id: string | null;
  occurred_at: string;
  subjects: EventSubject[];
}

export function eventRow(draft: EventDraft, ctx: Context, now: Date): EventRow {
  return {
    id: newId(),
    type: draft.type,
    v: draft.v,
    data: draft.data,
    mode: draft.mode ?? ctx.mode ?? 'LIVE',
    actor_kind: ctx.actor.kind,
    actor_id: actorId(ctx.actor),
    request_id: ctx.requestId,
    occurred_at: (draft.occurredAt ?? now).toISOString(),
    subjects: draft.subjects.map((subject) => ({ ...subject })),
  };
}

/**
 * The inserts of events as common table expressions over one JSON parameter: event, subjects, inbox.
 * Inbox numbers are drawn after the subject's row was locked, so they agree with the order of commits of a subject.
 */
export function recordSql(parameter: string): string {
  return `
    input as (select * from jsonb_to_recordset(${parameter}::jsonb) as r(id uuid, type text, v smallint, data jsonb,
      mode run_mode, actor_kind text, actor_id uuid, request_id text, occurred_at timestamptz, subjects jsonb)),
    new_event as (insert into event (id, type, v, data, mode, actor_kind, actor_id, request_id, occurred_at, recorded_at)
      select id, type, v, data, mode, actor_kind, actor_id, request_id, occurred_at, clock_timestamp() from input order by id
      returning id),
    new_subject as (insert into event_subject (event_id, kind, subject_id, version)
      select input.id, s->>'kind', (s->>'id')::uuid, max((s->>'version')::int)
      from input, jsonb_array_elements(input.subjects) s group by 1, 2, 3),
    new_inbox as (insert into event_inbox (event_id) select id from new_event order by id)`;
}

const statement = `with ${recordSql('$1')} select 1`;

/** Writes events and their inbox rows in the transaction of the caller. */
export async function recordEvents(
  tx: Tx,
  ctx: Context,
  now: Date,
  drafts: EventDraft[],
): Promise<EventRow[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map((draft) => eventRow(draft, ctx, now));
  stampVersions(tx, rows);
  await tx.$queryRawUnsafe(statement, JSON.stringify(rows));
  return rows;
}
