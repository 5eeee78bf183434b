import type { Names } from '@/lib/incidents/describe';
import type { StoredEvent } from '@/lib/platform/events';
import { inWords } from '@/lib/runs/rules/sentence';
import * as events from './events';
import { waitingForLabel } from './schema';

type Event = Pick<StoredEvent, 'type' | 'data'>;
type StepFact = { ref: string; runStepId: string; phase: number; place: number };

const nobody: Names = { member: () => null, service: () => null };

/** “FO-32, step 3.1 Promote the secondary” */
function stepNamed({ ref, runStepId, phase, place }: StepFact, names: Names): string {
  const name = names.step?.(runStepId);
  return `${ref}, step ${phase}.${place}${name ? ` ${name}` : ''}`;
}

function began(event: Event): string | null {
  const started = events.runStarted.read(event);
  if (started) return `${started.ref} started: ${started.mode === 'LIVE' ? 'a live run' : 'a drill'}`;
  const begun = events.runBegun.read(event);
  return begun && `${begun.ref} begun${begun.overridden ? ', although its precheck was not green' : ''}`;
}

function ended(event: Event): string | null {
  const verified = events.runVerified.read(event);
  if (verified) {
    const after = verified.rtaSeconds === null ? '' : ` after ${inWords(verified.rtaSeconds)}`;
    return `${verified.ref} done and verified${after}`;
  }
  const failed = events.runFailed.read(event);
  if (failed) return `${failed.ref} ended without a green verification`;
  const aborted = events.runAborted.read(event);
  return aborted && `${aborted.ref} aborted`;
}

function held(event: Event, names: Names): string | null {
  const paused = events.runPaused.read(event);
  if (paused) return `${paused.ref} paused`;
  const resumed = events.runResumed.read(event);
  if (resumed) return `${resumed.ref} resumed`;
  const waiting = events.runWaiting.read(event);
  if (waiting) return `${waiting.ref} waits for ${waitingForLabel[waiting.waitingFor].toLowerCase()}`;
  const operator = events.runOperatorChanged.read(event);
  if (operator)
    return `${operator.ref}: ${names.member(operator.memberId) ?? 'a member'} took over as operator`;
  const consent = events.runConsentSet.read(event);
  if (consent) return `${consent.ref}: announcements ${consent.announces ? 'allowed' : 'held back'}`;
  const taken = events.runTakenUp.read(event);
  return taken && `${taken.ref} taken up by another process of Standby`;
}

function chosen(event: Event): string | null {
  const snapshot = events.runSnapshotChosen.read(event);
  if (!snapshot) return null;
  const gate = snapshot.passed ? 'it passes the gate' : 'past the gate, with a reason';
  return `${snapshot.ref}: snapshot chosen, ${gate}`;
}

function stepped(event: Event, names: Names): string | null {
  const done = events.runStepDone.read(event);
  if (done) {
    const after = done.seconds === 0 ? 'at once' : `after ${inWords(done.seconds)}`;
    return `${stepNamed(done, names)}: done ${after}`;
  }
  const failed = events.runStepFailed.read(event);
  if (failed) return `${stepNamed(failed, names)}: failed${failed.carriedOn ? ', the run goes on' : ''}`;
  const unknown = events.runStepUnknown.read(event);
  if (unknown) return `${stepNamed(unknown, names)}: not known whether it took place`;
  const skipped = events.runStepSkipped.read(event);
  if (skipped) return `${stepNamed(skipped, names)}: skipped`;
  const again = events.runStepRetried.read(event);
  return again && `${stepNamed(again, names)}: tried again`;
}

const decisions = {
  DONE: 'it was done',
  FAILED: 'it was not done',
  AGAIN: 'send it again',
  APPROVE: 'approved',
  REFUSE: 'refused',
} as const;

function decided(event: Event, names: Names): string | null {
  const decision = events.runStepDecided.read(event);
  if (decision) return `${stepNamed(decision, names)}: ${decisions[decision.decision]}`;
  const announced = events.runAnnounced.read(event);
  if (!announced) return null;
  return `${stepNamed(announced, names)}: ${announced.updateId ? 'announced' : 'recorded, told to nobody'}`;
}

/** One sentence for an event of a run; null for those that need no line. */
export function describeRunEvent(event: Event, names: Names = nobody): string | null {
  return (
    began(event) ??
    stepped(event, names) ??
    decided(event, names) ??
    ended(event) ??
    held(event, names) ??
    chosen(event)
  );
}
