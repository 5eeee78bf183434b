import { z } from 'zod';
import { stepKindSchema } from '@/lib/plans/rules/content';
import { planKindSchema, runModeSchema } from '@/lib/plans/schema';
import {
  type EventConstructor,
  type EventDraft,
  eventType,
  type Names,
  ref,
} from '@/lib/platform/events/event-type';
import { roundedDuration } from '@/lib/platform/rules/duration';
import {
  attemptStateLabel,
  attemptStateSchema,
  drillKindSchema,
  runStateSchema,
  waitingForLabel,
  waitingForSchema,
} from './schema';

/** What every event of a run says about it. */
const run = {
  runId: ref('run'),
  /** FO-32: not a name of somebody, and known for ever. */
  ref: z.string(),
  mode: runModeSchema,
  serviceId: ref('service'),
  incidentId: ref('incident').nullable(),
};

type Run<S extends z.ZodRawShape> = z.ZodObject<typeof run & S>;

interface Definition<S extends z.ZodRawShape> {
  data: S;
  says: (data: z.output<Run<S>>, names: Names) => string;
  /** Of the machinery: no line on the timeline. */
  timeline?: false;
}

/** The event of a run, in the run's own mode, on the run, its service and its incident. */
function runEvent<S extends z.ZodRawShape, V extends string>(
  verb: V,
  { data, says, timeline }: Definition<S>,
) {
  const construct = eventType<typeof run, `run.${V}`>(`run.${verb}`, {
    data: { ...run, ...data },
    subjects: ['runId', 'serviceId', 'incidentId'],
    says: says as Definition<typeof run>['says'],
    ...(timeline === false ? {} : { timeline: { as: 'RECOVERY' } }),
  });
  const inMode = (...given: Parameters<typeof construct>): EventDraft => ({
    ...construct(...given),
    mode: given[0].mode,
  });
  return Object.assign(inMode, { type: construct.type, read: construct.read }) as EventConstructor<
    Run<S>,
    `run.${V}`
  >;
}

export const runStarted = runEvent('started', {
  data: {
    kind: planKindSchema,
    planId: ref('plan'),
    planVersion: z.int(),
    drillKind: drillKindSchema.nullable(),
    memberId: ref('member').nullable(),
  },
  says: ({ ref, mode }) => `${ref} started: ${mode === 'LIVE' ? 'a live run' : 'a drill'}`,
});
const prechecks = { OK: 'is OK', FAULT: 'finds a fault', UNCLEAR: 'is unclear' } as const;
export const runPrechecked = runEvent('prechecked', {
  data: { runStepId: ref('step'), outcome: z.enum(['OK', 'FAULT', 'UNCLEAR']) },
  timeline: false,
  says: ({ ref, runStepId, outcome }, names) =>
    `${ref}, precheck ${names('step', runStepId) ?? 'of a step'} ${prechecks[outcome]}`,
});
/** `overridden`: although the precheck was not green; the reason stands with the steps of the precheck. */
export const runBegun = runEvent('begun', {
  data: { overridden: z.boolean() },
  says: ({ ref, overridden }) => `${ref} begun${overridden ? ', although its precheck was not green' : ''}`,
});
export const runWaiting = runEvent('waiting', {
  data: { waitingFor: waitingForSchema, runStepId: ref('step') },
  says: ({ ref, waitingFor }) => `${ref} waits for ${waitingForLabel[waitingFor].toLowerCase()}`,
});
export const runContinued = runEvent('continued', {
  data: {},
  timeline: false,
  says: ({ ref }) => `${ref} goes on`,
});
export const runPaused = runEvent('paused', { data: {}, says: ({ ref }) => `${ref} paused` });
export const runResumed = runEvent('resumed', { data: {}, says: ({ ref }) => `${ref} resumed` });
export const runVerified = runEvent('verified', {
  data: {
    drillKind: drillKindSchema.nullable().default(null),
    rtaSeconds: z.int().nullable(),
    rpaSeconds: z.int().nullable(),
  },
  says: ({ ref, drillKind, rtaSeconds }) => {
    if (drillKind === 'TABLETOP') return `${ref} talked through`;
    return `${ref} done and verified${rtaSeconds === null ? ' with exceptions' : ` after ${roundedDuration(rtaSeconds)}`}`;
  },
});
export const runFailed = runEvent('failed', {
  data: { runStepId: ref('step').nullable() },
  says: ({ ref }) => `${ref} ended without a green verification`,
});
export const runAborted = runEvent('aborted', {
  data: { from: runStateSchema },
  says: ({ ref }) => `${ref} aborted`,
});
export const runOperatorChanged = runEvent('operatorChanged', {
  data: { memberId: ref('member'), fromId: ref('member').nullable() },
  says: ({ ref, memberId }, names) =>
    `${ref}: ${names('member', memberId) ?? 'a member'} took over as operator`,
});
export const runConsentSet = runEvent('consentSet', {
  data: { announces: z.boolean() },
  says: ({ ref, announces }) => `${ref}: announcements ${announces ? 'allowed' : 'held back'}`,
});
export const runSnapshotChosen = runEvent('snapshotChosen', {
  data: { snapshotId: ref('snapshot'), passed: z.boolean(), overridden: z.boolean() },
  says: ({ ref, passed }) =>
    `${ref}: snapshot chosen, ${passed ? 'it passes the gate' : 'past the gate, with a reason'}`,
});
/** After its switch, the machine that it led users away from takes writes again. */
export const runOldPrimaryBack = runEvent('oldPrimaryBack', {
  data: { findingId: ref('finding') },
  says: ({ ref }) => `${ref}: the old primary takes writes again`,
});
export const runOldPrimarySettled = runEvent('oldPrimarySettled', {
  data: { findingId: ref('finding') },
  says: ({ ref }) => `${ref}: it is settled what the old primary took`,
});
/** Another process drives the run now, because the one before it gave no sign of life. */
export const runTakenUp = runEvent('takenUp', {
  data: { fence: z.int() },
  says: ({ ref }) => `${ref} taken up by another process of Standby`,
});

const step = {
  runStepId: ref('step'),
  kind: stepKindSchema,
  /** Phase and place in it, both from 1: step 3.1. Phase 0 is the precheck. */
  phase: z.int(),
  place: z.int(),
};

/** What happened to a step: “FO-32, step 3.1 Promote the secondary: done after 48 s”. */
function stepEvent<S extends z.ZodRawShape>(verb: string, { data, says, timeline }: Definition<S>) {
  return runEvent(verb, {
    data: { ...step, ...data },
    ...(timeline === false ? { timeline } : {}),
    says: (fact, names) => {
      const { ref, runStepId, phase, place } = fact as z.output<Run<typeof step>>;
      const name = names('step', runStepId);
      const happened = says(fact as z.output<Run<S>>, names);
      return `${ref}, step ${phase}.${place}${name ? ` ${name}` : ''}: ${happened}`;
    },
  });
}

export const runStepStarted = stepEvent('stepStarted', { data: {}, timeline: false, says: () => 'begun' });
/** `shown`: unless somebody says so although its own probe does not show it. */
export const runStepDone = stepEvent('stepDone', {
  data: { seconds: z.int(), shown: z.boolean().default(true) },
  says: ({ seconds, shown }) =>
    `done ${seconds === 0 ? 'at once' : `after ${roundedDuration(seconds)}`}${shown ? '' : ', as somebody says; its probe does not show it'}`,
});
export const runStepFailed = stepEvent('stepFailed', {
  data: { carriedOn: z.boolean() },
  says: ({ carriedOn }) => `failed${carriedOn ? ', the run goes on' : ''}`,
});
export const runStepUnknown = stepEvent('stepUnknown', {
  data: {},
  says: () => 'not known whether it took place',
});
export const runStepSkipped = stepEvent('stepSkipped', { data: {}, says: () => 'skipped' });
export const runStepRetried = stepEvent('stepRetried', { data: {}, says: () => 'tried again' });

const decisions = {
  DONE: 'it was done',
  FAILED: 'it was not done',
  AGAIN: 'send it again',
  APPROVE: 'approved',
  REFUSE: 'refused',
} as const;
export const runStepDecided = stepEvent('stepDecided', {
  data: {
    attemptId: ref('attempt').nullable(),
    decision: z.enum(['DONE', 'FAILED', 'AGAIN', 'APPROVE', 'REFUSE']),
  },
  says: ({ decision }) => decisions[decision],
});
/** An announcement: published as an update, or only recorded because it is a drill. */
export const runAnnounced = stepEvent('announced', {
  data: { updateId: ref('update').nullable() },
  says: ({ updateId }) => (updateId ? 'announced' : 'recorded, told to nobody'),
});

export const runAttempted = stepEvent('attempted', {
  data: {
    attemptId: ref('attempt'),
    number: z.int(),
    state: attemptStateSchema,
    ok: z.boolean().nullable(),
  },
  timeline: false,
  says: ({ number, state, ok }) => {
    const how = ok === null ? '' : ok ? ', it worked' : ', it did not work';
    return `try ${number}, ${attemptStateLabel[state].toLowerCase()}${how}`;
  },
});
const callBacks = {
  TAKEN: 'taken',
  SIGNATURE: 'refused: its signature is not right',
  LATE: 'refused: it came too late',
  REPEATED: 'refused: it came before',
  UNREADABLE: 'refused: it cannot be read',
  OVER: 'refused: the run is over',
} as const;
export const runCalledBack = runEvent('calledBack', {
  data: {
    attemptId: ref('attempt'),
    accepted: z.boolean(),
    why: z.enum(['TAKEN', 'SIGNATURE', 'LATE', 'REPEATED', 'UNREADABLE', 'OVER']),
  },
  timeline: false,
  says: ({ ref, why }) => `${ref}: call-back ${callBacks[why]}`,
});
