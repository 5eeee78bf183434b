import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { setConsent } from '@/lib/runs/commands/set-consent';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { incidentTimeline } from '@/lib/timeline/queries/read';

testDatabase();

let ground: Ground;
let priya: Context & { memberId: string };

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

describe('an announcement', () => {
  const telling = () => step('ANNOUNCEMENT', { audience: 'PUBLIC', text: 'We switch to the spare.' }, 'Tell');
  const updates = (runId: string) => db().update.count({ where: { runId } });

  async function live(announces: boolean) {
    const incident = await declared(priya, ground.serviceId);
    const planId = await planOf(ground.serviceId, [[telling()], [ground.verification()]]);
    const { ref, id } = await startRun(priya, { planId, mode: 'LIVE', incident: incident.ref, announces });
    await beginRun(priya, { ref });
    await driveAll();
    return { ref, id, view: await runRead(priya, { ref }), incident: incident.ref };
  }

  test('goes out with consent, once, and stands on the timeline', async () => {
    const { ref, id, view, incident } = await live(true);
    expect(view).toMatchObject({ state: 'VERIFIED', announcements: [{ text: 'We switch to the spare.' }] });
    expect(await updates(id)).toBe(1);
    // What began is the action.
    expect(await db().incident.findUnique({ where: { ref: incident } })).toMatchObject({ stage: 'ACTING' });
    await sequenceAll();
    const { items } = await incidentTimeline(priya, { ref: incident, filter: 'RECOVERY' });
    const said = items.map(({ sentence }) => sentence);
    expect(said[0]).toMatch(new RegExp(`^${ref} done and verified after `));
    expect(said).toContain(`${ref} started: a live run`);
    expect(said).toContain(`${ref}, step 1.1 Tell: announced`);
    expect(view.rtaSeconds).not.toBeNull();
  });

  test('waits for a person without consent: for this one, or for all', async () => {
    const one = await live(false);
    expect(one.view).toMatchObject({ state: 'WAITING', waitingFor: 'PERSON' });
    expect(await updates(one.id)).toBe(0);
    await confirmStep(priya, { ref: one.ref, stepId: one.view.steps[0]?.id ?? '' });
    await driveAll();
    expect(await updates(one.id)).toBe(1);
    const all = await live(false);
    await setConsent(priya, { ref: all.ref, announces: true });
    await driveAll();
    expect(await updates(all.id)).toBe(1);
    expect(await runRead(priya, { ref: all.ref })).toMatchObject({ state: 'VERIFIED', announces: true });
  });

  test('is recorded in a drill, and told to nobody', async () => {
    const planId = await planOf(ground.serviceId, [[telling()], [ground.verification()]]);
    const { ref, id } = await startRun(priya, { planId, mode: 'DRILL' });
    await beginRun(priya, { ref });
    await driveAll();
    const view = await runRead(priya, { ref });
    expect(view.state).toBe('VERIFIED');
    expect(view.steps[0]?.sentence).toBe('Recorded; a drill tells nobody.');
    expect(await updates(id)).toBe(0);
  });
});
