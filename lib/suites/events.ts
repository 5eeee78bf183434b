import { z } from 'zod';
import { counted } from '@/lib/language/words';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { replaySentence } from '@/lib/suites/rules/replay-sentence';
import { caseKindSchema, suiteRunStateSchema } from './schema';

const suite = { suiteId: ref('suite'), serviceId: ref('service') };
const subjects = ['suiteId', 'serviceId'] as const;

export const suiteCreated = eventType('suite.created', {
  data: suite,
  subjects,
  says: () => 'Verification suite added',
});
export const suiteEdited = eventType('suite.edited', {
  data: { ...suite, version: z.int() },
  subjects,
  says: () => 'Verification suite renamed or described anew',
});
export const suiteArchived = eventType('suite.archived', {
  data: { ...suite, archived: z.boolean() },
  subjects,
  says: ({ archived }) => (archived ? 'Verification suite archived' : 'Verification suite brought back'),
});

const changed = { ADDED: 'Case added to', EDITED: 'Case changed in', REMOVED: 'Case removed from' } as const;

export const caseChanged = eventType('suite.caseChanged', {
  data: {
    ...suite,
    caseId: ref('case'),
    kind: caseKindSchema,
    how: z.enum(['ADDED', 'EDITED', 'REMOVED']),
  },
  subjects: [...subjects, 'caseId'],
  says: ({ how }) => `${changed[how]} a verification suite`,
});
export const casesOrdered = eventType('suite.casesOrdered', {
  data: suite,
  subjects,
  says: () => 'Cases of a verification suite put in another order',
});
export const volatileIgnored = eventType('suite.volatileIgnored', {
  data: { ...suite, caseIds: z.array(ref('case')).default([]), cases: z.int(), paths: z.int() },
  subjects: [...subjects, 'caseIds'],
  says: (data) => `Values that change every time are no longer compared, in ${counted(data.cases, 'case')}`,
});
export const baselineRecorded = eventType('suite.baselineRecorded', {
  data: { ...suite, baselineId: ref('baseline'), number: z.int(), cases: z.int() },
  subjects,
  says: (data) => `Baseline ${data.number} recorded, ${counted(data.cases, 'case')}`,
});

const replay = {
  ...suite,
  suiteRunId: ref('suiteRun'),
  runId: ref('run').nullable(),
  checkId: ref('check').nullable(),
};
const counts = { total: z.int(), matched: z.int(), differed: z.int(), explained: z.int() };
const ofReplay = [...subjects, 'runId', 'checkId'] as const;

/** `queued`: the worker takes it from here; otherwise whoever recorded this replays it already. */
export const replayStarted = eventType('suite.started', {
  data: { ...replay, total: z.int(), queued: z.boolean() },
  subjects: ofReplay,
  says: ({ total }) => `Verification started, ${counted(total, 'case')}`,
});
/** A hint for those who watch, now and then; the results themselves are rows. */
export const replayProgressed = eventType('suite.progressed', {
  data: { ...replay, ...counts },
  subjects: ['suiteId', 'runId', 'checkId'],
  says: (data) => `Verification: ${replaySentence('RUNNING', data)}`,
});
export const replayFinished = eventType('suite.finished', {
  data: { ...replay, ...counts, state: suiteRunStateSchema.exclude(['RUNNING']) },
  subjects: ofReplay,
  says: (data) => `Verification: ${replaySentence(data.state, data)}`,
});
export const differenceExplained = eventType('suite.explained', {
  data: { ...replay, ...counts, caseId: ref('case'), state: suiteRunStateSchema },
  subjects: ofReplay,
  says: (data) => `A difference is explained. ${replaySentence(data.state, data)}`,
});
