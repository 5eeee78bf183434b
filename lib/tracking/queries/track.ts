import type { Db } from '@/lib/database/db';
import { stageSteps } from '@/lib/incidents/queries/stage-steps';
import type { IncidentStage } from '@/lib/incidents/schema';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import { messagesSelect, messageView, shownFiles } from '@/lib/reports/queries/messages';
import { detailsOf, detailsSelect } from '@/lib/reports/rules/details';
import { reportInput } from '@/lib/reports/schema';
import { isOwnReport, reports } from '@/lib/reports/subject';
import { currentStatuses, working } from '@/lib/services/status';
import { renderMarkdown } from '@/lib/status/render/markdown';
import { trackSentence, trackSteps } from '@/lib/tracking/rules/progress';
import type { Prisma } from '@/prisma/generated/client';
import { trackRecovery } from './recovery';
import { type TrackUpdate, type TrackView, trackViewSchema } from './views';

const incidentSelect = {
  id: true,
  ref: true,
  title: true,
  stage: true,
  visibility: true,
  startedAt: true,
  roles: {
    where: { kind: 'MANAGER', endsAt: null },
    select: { member: { select: { name: true } } },
    take: 1,
  },
  promises: {
    where: { settledAt: null },
    select: { madeAt: true, dueAt: true },
    orderBy: { madeAt: 'desc' },
    take: 1,
  },
  updates: {
    where: { audience: { in: ['PUBLIC', 'REPORTERS'] }, retractedAt: null },
    orderBy: { publishedAt: 'desc' },
    take: 50,
    select: {
      id: true,
      revision: true,
      publishedAt: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true, createdAt: true } },
    },
  },
  _count: { select: { reports: true } },
} satisfies Prisma.IncidentSelect;

const select = {
  ...detailsSelect,
  id: true,
  ref: true,
  version: true,
  state: true,
  memberId: true,
  heldAt: true,
  receivedAt: true,
  acknowledgedAt: true,
  acknowledgedBy: { select: { name: true } },
  declineReason: true,
  service: { select: { id: true, slug: true, name: true } },
  incident: { select: incidentSelect },
  clocks: {
    where: { kind: 'ACKNOWLEDGE', stoppedAt: null, pausedAt: null },
    select: { startedAt: true, dueAt: true },
  },
  files: { ...shownFiles, where: { messageId: null } },
  messages: messagesSelect,
  answers: { orderBy: { createdAt: 'desc' }, take: 1, select: { answer: true, createdAt: true } },
} satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof select }>;
type Incident = NonNullable<Row['incident']>;

/** Members are known to reporters by their given name. */
const given = (name: string) => name.split(' ')[0] ?? name;
const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

function promiseOf(row: Row): TrackView['promise'] {
  const promise = row.incident?.promises[0];
  if (promise)
    return { of: 'UPDATE', madeAt: promise.madeAt.toISOString(), dueAt: promise.dueAt.toISOString() };
  const clock = row.clocks[0];
  return clock?.dueAt
    ? { of: 'READ', madeAt: clock.startedAt.toISOString(), dueAt: clock.dueAt.toISOString() }
    : null;
}

function updatesOf(incident: Incident | null): TrackUpdate[] {
  return (incident?.updates ?? []).map(({ id, revision, publishedAt, revisions: [latest] }) => ({
    id,
    at: publishedAt.toISOString(),
    html: renderMarkdown(latest?.body ?? '').html,
    editedAt: revision > 1 ? iso(latest?.createdAt) : null,
  }));
}

async function stageTimesOf(
  db: Db,
  incident: Incident | null,
): Promise<Partial<Record<IncidentStage, string | null>>> {
  if (!incident) return {};
  const steps = await stageSteps(db, incident);
  return Object.fromEntries(
    steps.flatMap((step) => (step.stage === 'REPORTED' ? [] : [[step.stage, step.at]])),
  );
}

async function serviceOf(db: Db, service: Row['service']): Promise<TrackView['service']> {
  if (!service) return null;
  const now = (await currentStatuses(db, true)).get(service.id) ?? working;
  return { slug: service.slug, name: service.name, status: now.status, since: iso(now.since) };
}

function incidentOf(incident: Incident | null): TrackView['incident'] {
  if (!incident) return null;
  const [manager] = incident.roles;
  return {
    ref: incident.ref,
    title: incident.visibility === 'PUBLIC' ? incident.title : null,
    people: incident._count.reports,
    manager: manager ? given(manager.member.name) : null,
  };
}

async function trackView(db: Db, row: Row): Promise<TrackView> {
  const { incident } = row;
  const stage = incident?.stage ?? null;
  const [times, service, recovery] = await Promise.all([
    stageTimesOf(db, incident),
    serviceOf(db, row.service),
    trackRecovery(db, incident),
  ]);
  const receivedAt = row.receivedAt.toISOString();
  const readAt = iso(row.acknowledgedAt);
  const answer = row.answers[0];
  return {
    ref: row.ref,
    version: row.version,
    state: row.state,
    held: row.heldAt !== null,
    receivedAt,
    service,
    incident: incidentOf(incident),
    sentence: trackSentence(row.state, stage, row.heldAt !== null),
    steps: trackSteps({ receivedAt, readAt, stage, times }),
    promise: promiseOf(row),
    recovery,
    declineReason: row.declineReason,
    readBy: row.acknowledgedBy && given(row.acknowledgedBy.name),
    readAt,
    asked: row.state === 'FIXED_ASKED',
    answer: answer ? { answer: answer.answer, at: answer.createdAt.toISOString() } : null,
    updates: updatesOf(incident),
    files: row.files,
    messages: row.messages.map((message) => messageView(message, given)),
    details: detailsOf(row),
  };
}

/** The page of a report for its reporter: what they told us, where it stands, what was said and what comes next. */
export const trackReport = query({
  name: 'report.track',
  input: reportInput,
  answer: trackViewSchema,
  load: (db, { ref }) => reports.read(db, ref, select),
  allow: permit(reportPolicy, 'report.read', isOwnReport),
  run: async ({ db, subject }) => await trackView(db, subject),
});
