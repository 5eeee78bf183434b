import type { Db } from '@/lib/database/db';
import { refsOf, type StoredEvent } from '@/lib/platform/events/event-type';
import { reportSummary } from '@/lib/reports/rules/summary';

type Data = Record<string, unknown>;

function idsOf(events: StoredEvent[], kind: string): string[] {
  const ids = events.flatMap((event) => refsOf(event).filter((ref) => ref.kind === kind));
  return [...new Set(ids.map(({ id }) => id))];
}

/** Rows by id, asked for only when there is something to ask for. */
async function byId<R>(ids: string[], read: (ids: string[]) => Promise<R[]>, key: (row: R) => string) {
  const rows = ids.length > 0 ? await read(ids) : [];
  return new Map(rows.map((row) => [key(row), row]));
}

export interface TimelineTexts {
  /** The words that belong to an event, from the tables that hold texts. */
  textOf: (event: StoredEvent) => string | null;
  /** The reference of the report that an event is about. */
  reportRef: (event: StoredEvent) => string | null;
  /** Whether the words of an update have another revision by now. */
  wasEdited: (event: StoredEvent) => boolean;
}

async function readNotes(db: Db, events: StoredEvent[]) {
  return await byId(
    idsOf(events, 'note'),
    (ids) => db.incidentNote.findMany({ where: { id: { in: ids } }, select: { id: true, body: true } }),
    (row) => row.id,
  );
}

async function readRevisions(db: Db, events: StoredEvent[]) {
  const ids = idsOf(events, 'update');
  const rows =
    ids.length > 0
      ? await db.updateRevision.findMany({
          where: { updateId: { in: ids } },
          select: { updateId: true, number: true, body: true },
        })
      : [];
  return new Map(rows.map((row) => [`${row.updateId} ${row.number}`, row.body]));
}

async function readReports(db: Db, events: StoredEvent[]) {
  const ofEvents = events.flatMap((event) =>
    event.subjects.filter(({ kind }) => kind === 'report').map(({ id }) => id),
  );
  return await byId(
    [...new Set(ofEvents)],
    (ids) =>
      db.report.findMany({
        where: { id: { in: ids } },
        select: { id: true, ref: true, title: true, description: true, declineReason: true },
      }),
    (row) => row.id,
  );
}

async function readMessages(db: Db, events: StoredEvent[]) {
  return await byId(
    idsOf(events, 'message'),
    (ids) => db.reportMessage.findMany({ where: { id: { in: ids } }, select: { id: true, body: true } }),
    (row) => row.id,
  );
}

async function readAnswers(db: Db, events: StoredEvent[]) {
  return await byId(
    idsOf(events, 'answer'),
    (ids) => db.reportAnswer.findMany({ where: { id: { in: ids } }, select: { id: true, comment: true } }),
    (row) => row.id,
  );
}

/** The sentences of results of checks and of findings. */
async function readSentences(db: Db, events: StoredEvent[]) {
  const select = { id: true, sentence: true } as const;
  const results = idsOf(events, 'checkResult');
  const findings = idsOf(events, 'finding');
  return await byId(
    [...results, ...findings],
    async () => [
      ...(results.length > 0
        ? await db.checkResult.findMany({ where: { id: { in: results } }, select })
        : []),
      ...(findings.length > 0 ? await db.finding.findMany({ where: { id: { in: findings } }, select }) : []),
    ],
    (row) => row.id,
  );
}

/** Reads, for a page of events, the texts that they point to. */
export async function textsOf(db: Db, events: StoredEvent[]): Promise<TimelineTexts> {
  const [notes, revisions, reports, messages, answers, sentences] = [
    await readNotes(db, events),
    await readRevisions(db, events),
    await readReports(db, events),
    await readMessages(db, events),
    await readAnswers(db, events),
    await readSentences(db, events),
  ];
  const reportOf = (event: StoredEvent) => {
    const id = event.subjects.find(({ kind }) => kind === 'report')?.id;
    return id ? reports.get(id) : undefined;
  };
  const revisionOf = ({ updateId, revision }: Data) => revisions.get(`${updateId} ${revision ?? 1}`);
  const textOf = (event: StoredEvent): string | null => {
    const { type, data } = event;
    if (type === 'report.filed') {
      const report = reportOf(event);
      return report ? reportSummary(report) : null;
    }
    if (type === 'report.declined') return reportOf(event)?.declineReason ?? null;
    if (typeof data.noteId === 'string') return notes.get(data.noteId)?.body ?? null;
    if (type.startsWith('update.')) return revisionOf(data) ?? null;
    if (typeof data.messageId === 'string') return messages.get(data.messageId)?.body ?? null;
    if (typeof data.answerId === 'string') return answers.get(data.answerId)?.comment ?? null;
    if (typeof data.resultId === 'string') return sentences.get(data.resultId)?.sentence ?? null;
    if (typeof data.findingId === 'string') return sentences.get(data.findingId)?.sentence ?? null;
    return null;
  };
  return {
    textOf,
    reportRef: (event) => reportOf(event)?.ref ?? null,
    wasEdited: ({ type, data }) =>
      type === 'update.published' && revisions.has(`${data.updateId} ${Number(data.revision) + 1}`),
  };
}
