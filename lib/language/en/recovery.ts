import { counted } from '@/lib/language/words';

type Kind = 'SWITCHOVER' | 'FAILOVER' | 'REBUILD' | 'FAILBACK';

const doing: Record<Kind, string> = {
  SWITCHOVER: 'Switching to the secondary',
  FAILOVER: 'Switching to the secondary',
  REBUILD: 'Building it anew',
  FAILBACK: 'Moving back to the main server',
};
const weAre: Record<Kind, string> = {
  SWITCHOVER: 'We are switching to the secondary now.',
  FAILOVER: 'We are switching to the secondary now.',
  REBUILD: 'We are building it anew now.',
  FAILBACK: 'We are moving back to the main server now.',
};
const done: Record<Kind, string> = {
  SWITCHOVER: 'Switched to the secondary, and checked',
  FAILOVER: 'Switched to the secondary, and checked',
  REBUILD: 'Built anew, and checked',
  FAILBACK: 'Moved back to the main server, and checked',
};

interface Runs {
  drills: number;
  live: number;
}

/** "4 practice runs", "1 practice run and 2 real ones" */
function runs({ drills, live }: Runs): string {
  const practised = drills > 0 ? counted(drills, 'practice run') : '';
  if (live === 0) return practised;
  return practised ? `${practised} and ${counted(live, 'real one')}` : counted(live, 'real run');
}

interface Step {
  kind: Kind;
  step: number;
  of: number;
}

/** A recovery in the words of users: on the status page, on the page of a report, in feeds and mails. */
export const recoveryTexts = {
  'recovery.now': (params: { kind: Kind }) => weAre[params.kind],
  'recovery.preparing': (params: { kind: Kind }) => `Preparing: ${doing[params.kind].toLowerCase()}`,
  'recovery.step': (params: Step) => `${doing[params.kind]}: step ${params.step} of ${params.of}`,
  'recovery.checking': (params: Step) =>
    `${doing[params.kind]}: step ${params.step} of ${params.of}, checking the result`,
  'recovery.held': (params: Step) => `${doing[params.kind]}: held up at step ${params.step} of ${params.of}`,
  'recovery.done': (params: { kind: Kind }) => done[params.kind],
  'recovery.stopped': 'Stopped: we are back to repairing it',

  'recovery.between': (params: { from: string; to: string }) =>
    `We expect it back between ${params.from} and ${params.to}`,
  'recovery.about': (params: { at: string }) => `We expect it back at about ${params.at}`,
  'recovery.from': (params: Runs) => `, from ${runs(params)}.`,
  'recovery.took': (params: Runs & { took: string }) => `Took ${params.took} in ${runs(params)}.`,
  'recovery.based': (params: Runs & { took: string; last: string }) =>
    params.drills + params.live === 1
      ? `Based on ${runs(params)}, which took ${params.took}, on ${params.last}.`
      : `Based on ${runs(params)}, which took ${params.took}. The most recent was on ${params.last}.`,
  'recovery.untimed': (params: { count: number }) =>
    params.count === 1
      ? 'One part was never timed and comes on top.'
      : `${params.count} parts were never timed and come on top.`,
  'recovery.never': 'We have not practised this before, so we cannot say how long it takes.',
  'recovery.heldUp': 'It takes longer than practised. We say more with the next update.',
  'recovery.doneIn': (params: { time: string }) => `It took ${params.time}.`,
  'recovery.stepDone': 'done',
  'recovery.stepSkipped': 'left out',
  'recovery.stepNow': 'now',
  'recovery.stepAhead': 'still to come',
  'recovery.steps': 'Steps',

  'mail.recovery.begun.subject': (params: { title: string; kind: Kind }) =>
    `${params.title}: ${doing[params.kind].toLowerCase()}`,
  'mail.recovery.verified.subject': (params: { title: string; kind: Kind }) =>
    `${params.title}: ${done[params.kind].toLowerCase()}`,
  'mail.recovery.verified.text':
    'What it answers now was compared with answers that are known to be good, and it is right. We go on watching it.',
  'mail.recovery.stopped.subject': (params: { title: string }) =>
    `${params.title}: stopped, we are back to repairing it`,
  'mail.recovery.stopped.text':
    'The recovery did not end as it should, so we stopped it. We are back to repairing the service.',
  'mail.recovery.steps': (params: { names: readonly string[] }) =>
    `The steps: ${params.names.map((name, index) => `${index + 1}. ${name}`).join(', ')}.`,
};
