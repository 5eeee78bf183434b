import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { caseKindSchema, suiteRunStateSchema } from './schema';

const owners = { suiteId: eventId, serviceId: eventId };
const about = (data: { suiteId: string; serviceId: string }) => [
  { kind: 'suite', id: data.suiteId },
  { kind: 'service', id: data.serviceId },
];

export const suiteCreated = eventType('suite.created', { data: z.object(owners), subjects: about });
export const suiteEdited = eventType('suite.edited', {
  data: z.object({ ...owners, version: z.int() }),
  subjects: about,
});
export const suiteArchived = eventType('suite.archived', {
  data: z.object({ ...owners, archived: z.boolean() }),
  subjects: about,
});
export const caseChanged = eventType('suite.caseChanged', {
  data: z.object({
    ...owners,
    caseId: eventId,
    kind: caseKindSchema,
    how: z.enum(['ADDED', 'EDITED', 'REMOVED']),
  }),
  subjects: about,
});
export const casesOrdered = eventType('suite.casesOrdered', { data: z.object(owners), subjects: about });
export const volatileIgnored = eventType('suite.volatileIgnored', {
  data: z.object({ ...owners, cases: z.int(), paths: z.int() }),
  subjects: about,
});
export const baselineRecorded = eventType('suite.baselineRecorded', {
  data: z.object({ ...owners, baselineId: eventId, number: z.int(), cases: z.int() }),
  subjects: about,
});

const replay = {
  ...owners,
  suiteRunId: eventId,
  runId: eventId.nullable(),
  checkId: eventId.nullable(),
};
const counts = { total: z.int(), matched: z.int(), differed: z.int(), explained: z.int() };

const aboutReplay = (data: {
  suiteId: string;
  serviceId: string;
  runId: string | null;
  checkId: string | null;
}) => [
  ...about(data),
  ...(data.runId ? [{ kind: 'run', id: data.runId }] : []),
  ...(data.checkId ? [{ kind: 'check', id: data.checkId }] : []),
];

/** `queued`: the worker takes it from here; otherwise whoever recorded this replays it already. */
export const replayStarted = eventType('suite.started', {
  data: z.object({ ...replay, total: z.int(), queued: z.boolean() }),
  subjects: aboutReplay,
});
/** A hint for those who watch, now and then; the results themselves are rows. */
export const replayProgressed = eventType('suite.progressed', {
  data: z.object({ ...replay, ...counts }),
  subjects: (data) => aboutReplay(data).filter((subject) => subject.kind !== 'service'),
});
export const replayFinished = eventType('suite.finished', {
  data: z.object({ ...replay, ...counts, state: suiteRunStateSchema.exclude(['RUNNING']) }),
  subjects: aboutReplay,
});
export const differenceExplained = eventType('suite.explained', {
  data: z.object({ ...replay, ...counts, caseId: eventId, state: suiteRunStateSchema }),
  subjects: aboutReplay,
});
