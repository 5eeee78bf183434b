import { setTimeout as pause } from 'node:timers/promises';
import { declareIncident } from '@/lib/incidents/commands/declare';
import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { approveStep } from '@/lib/runs/commands/approve-step';
import { beginRun } from '@/lib/runs/commands/begin';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { decideStep } from '@/lib/runs/commands/decide-step';
import { retryStep } from '@/lib/runs/commands/retry-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import type { RunView } from '@/lib/runs/queries/views';
import { answer, type Taken } from '@/lib/runs/testing/automation-server';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';

/** What one recovery came to, told to the trial. */
export interface Recovered {
  ref: string;
  state: RunView['state'];
  rtaSeconds: number | null;
  told: number;
  /** How often somebody had to say what became of a call, and had it sent again. */
  decided: number;
  again: number;
  /** Keys of the calls that the automation got, by action. */
  calls: Record<string, string[]>;
}

const finished: readonly RunView['state'][] = ['VERIFIED', 'FAILED', 'ABORTED'];
/** Long enough for a kill to fall into each kind of step. */
const slow = { front: 500, answer: 1_200, callBack: 1_500, wait: 3 };

/** An automation that takes its time, and calls back until somebody has listened. */
function behave(ground: Ground): void {
  const { behaviours } = ground.automation;
  behaviours.set('move', (_, response) => {
    setTimeout(() => answer(response, 200, { state: 'done', sentence: 'Moved.' }), slow.answer);
  });
  behaviours.set('build', (taken, response) => {
    answer(response, 202, { state: 'accepted' });
    setTimeout(() => void callBack(ground, taken), slow.callBack);
  });
}

async function callBack(ground: Ground, taken: Taken): Promise<void> {
  for (let tried = 0; tried < 30; tried += 1) {
    const request = ground.automation.callBack(taken, { state: 'done', sentence: 'Built.' });
    const response = await fetch(request).catch(() => null);
    if (response && response.status < 500) return;
    await pause(500);
  }
}

async function planFor(ground: Ground): Promise<string> {
  const probe = { kind: 'HTTP', request: { url: `${ground.front.url}/health` } } as const;
  return await planOf(ground.serviceId, [
    [
      step('MANUAL', { instruction: 'Call the office.' }),
      step('CHECK', { probe }),
      step('ANNOUNCEMENT', { audience: 'PUBLIC', text: 'We switch over now.' }),
    ],
    [
      step('APPROVAL', { question: 'Switch now?' }),
      ground.automated('move', { switches: true }),
      ground.automated('build', { answer: 'CALL_BACK', timeoutSeconds: 60 }),
      step('WAIT', { seconds: slow.wait }),
      ground.verification(),
    ],
  ]);
}

type Operator = Context & { memberId: string };

/** Does what the run asks of a person; looks at the automation before saying what became of a call. */
async function help(ground: Ground, operator: Operator, view: RunView, seen: Recovered): Promise<void> {
  const current = view.steps.find(({ acts }) => acts.length > 0);
  if (!current) return;
  const about = { ref: view.ref, stepId: current.id };
  if (current.acts.includes('approve')) await approveStep(operator, { ...about, decision: 'APPROVE' });
  else if (current.acts.includes('confirm')) await confirmStep(operator, about);
  else if (current.acts.includes('retry')) await retryStep(operator, about);
  else if (current.acts.includes('decide')) {
    const began = seen.calls[current.ask ?? '']?.length ?? 0;
    const arrived = ground.automation.calls(current.ask ?? '').length > began;
    await decideStep(operator, {
      ...about,
      decision: arrived ? 'DONE' : 'AGAIN',
      note: 'Looked at what the automation got.',
    });
    seen.decided += 1;
    if (!arrived) seen.again += 1;
  }
}

function callsOf(ground: Ground): Record<string, string[]> {
  return Object.fromEntries(
    ['move', 'build'].map((action) => [action, ground.automation.calls(action).map(({ key }) => key)]),
  );
}

/** One live recovery, from its incident to its end, with a person who helps where one is asked for. */
async function recover(ground: Ground, operator: Operator, planId: string): Promise<Recovered> {
  const services = [{ serviceId: ground.serviceId }];
  const incident = await declareIncident(operator, {
    title: 'The shop is away',
    severity: 'CRITICAL',
    services,
  });
  const started = { planId, mode: 'LIVE', incident: incident.ref, announces: true } as const;
  const { ref } = await startRun(operator, started);
  const seen: Recovered = {
    ref,
    state: 'PRECHECK',
    rtaSeconds: null,
    told: 0,
    decided: 0,
    again: 0,
    calls: callsOf(ground),
  };
  await beginRun(operator, { ref });
  process.send?.({ began: ref });
  for (;;) {
    const view = await runRead(operator, { ref });
    if (finished.includes(view.state)) {
      const { state, rtaSeconds, announcements } = view;
      const before = seen.calls;
      const now = callsOf(ground);
      const calls = Object.fromEntries(
        Object.entries(now).map(([action, keys]) => [action, keys.slice(before[action]?.length ?? 0)]),
      );
      return { ...seen, state, rtaSeconds, told: announcements.length, calls };
    }
    // Slow enough for a kill to find the run waiting for a person, too.
    await pause(400);
    await help(ground, operator, view, seen).catch((error: unknown) => {
      if (!isAppError(error)) throw error;
    });
  }
}

const operator = await makeMember('MANAGER', 'Mei');
const ground = await startGround('shop', slow.front);
behave(ground);
const planId = await planFor(ground);
process.on('message', () => {
  recover(ground, operator, planId).then(
    (recovered) => process.send?.({ recovered }),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
