import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveEndpoint } from '@/lib/automation/commands/archive';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { declared } from '@/lib/incidents/testing/declared';
import { planContentSchema } from '@/lib/plans/rules/content';
import { type Context, cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { runList } from '@/lib/runs/queries/list';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, publishVersion, startGround, step } from '@/lib/runs/testing/ground';
import { abortRun } from './abort';
import { beginRun } from './begin';
import { confirmStep } from './confirm-step';
import { startRun } from './start';

testDatabase();

type Member = Context & { memberId: string };
let ground: Ground;
let priya: Member;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

const manual = () => step('MANUAL', { instruction: 'Call the office.' });
const end = (ref: string) => abortRun(priya, { ref, safeStateNote: 'Nothing was touched.' });

describe('a live run', () => {
  test('is the only one of its service, also when two start it at once; the refusal names the other', async () => {
    const planId = await planOf(ground.serviceId, [[manual()], [ground.verification()]]);
    const live = { planId, mode: 'LIVE' } as const;
    const outcomes = await Promise.allSettled([startRun(priya, live), startRun(priya, live)]);
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.ref] : []));
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: 'conflict', details: { ref: won[0], by: 'Priya' } });
    expect(lost?.reason.message).toContain(`${won[0]} is under way on Service shop, led by Priya.`);
    const drill = await startRun(priya, { planId, mode: 'DRILL' });
    expect(drill.ref).not.toBe(won[0]);
    const { rows } = await runList(priya, { state: 'open', service: 'shop' });
    expect(rows.map(({ ref }) => ref)).toEqual([drill.ref, won[0]]);
    await Promise.all([end(drill.ref), end(won[0] ?? '')]);
  });

  test('counts its time from the start of its incident', async () => {
    const startedAt = new Date(Date.now() - 90_000).toISOString();
    const incident = await declared(priya, ground.serviceId, { startedAt });
    const planId = await planOf(ground.serviceId, [[ground.verification()]]);
    const { ref } = await startRun(priya, { planId, mode: 'LIVE', incident: incident.ref });
    await beginRun(priya, { ref });
    await driveAll();
    const view = await runRead(priya, { ref });
    expect(view).toMatchObject({
      state: 'VERIFIED',
      clockStartedAt: startedAt,
      incident: { ref: incident.ref },
    });
    expect(view.rtaSeconds).toBeGreaterThanOrEqual(90);
    const other = await declared(priya, await makeService('mail'));
    await expect(startRun(priya, { planId, mode: 'LIVE', incident: other.ref })).rejects.toMatchObject({
      code: 'precondition',
    });
    await expect(startRun(priya, { planId, mode: 'DRILL', incident: incident.ref })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('the plan of a run', () => {
  test('may be edited meanwhile: the run keeps the steps it began with', async () => {
    const act = `act-${newId()}`;
    const content = {
      variables: [{ name: 'to', live: 'shop-2', drill: 'rehearsal-2' }],
      phases: [
        {
          id: newId(),
          name: 'Switch',
          publicName: 'Switching',
          steps: [manual(), ground.automated(act, { input: { to: '{{to}}' } }), ground.verification()],
        },
      ],
    };
    const planId = await planOf(ground.serviceId, []);
    await publishVersion(planId, 2, content);
    const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
    await beginRun(priya, { ref });
    await driveAll();
    const changed = planContentSchema.parse(content);
    for (const phase of changed.phases) phase.steps = phase.steps.slice(0, 1);
    await publishVersion(planId, 3, changed);
    await confirmStep(priya, { ref, stepId: (await runRead(priya, { ref })).steps[0]?.id ?? '' });
    await driveAll();
    expect(await runRead(priya, { ref })).toMatchObject({ state: 'VERIFIED', plan: { versionNumber: 2 } });
    expect(ground.automation.calls(act)).toMatchObject([{ input: { to: 'rehearsal-2' } }]);
  });

  test('has to be published and have steps', async () => {
    const empty = await planOf(ground.serviceId, []);
    await expect(startRun(priya, { planId: empty, mode: 'DRILL' })).rejects.toMatchObject({
      code: 'precondition',
    });
    await db().plan.update({ where: { id: empty }, data: { published: null } });
    await expect(startRun(priya, { planId: empty, mode: 'DRILL' })).rejects.toMatchObject({
      code: 'precondition',
    });
    await expect(startRun(priya, { planId: newId(), mode: 'DRILL' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a drill', () => {
  const drillOf = async (endpoints: { live: string | null; drill: string | null }) => {
    const automated = ground.automated('front.switch', { endpoints });
    return await planOf(ground.serviceId, [[automated], [ground.verification()]]);
  };

  test('never calls what a live run calls: refused when it starts', async () => {
    const { live, drill } = ground.endpoints;
    for (const endpoints of [
      { live, drill: live },
      { live: null, drill: live },
      { live, drill: null },
    ]) {
      const planId = await drillOf(endpoints);
      await expect(startRun(priya, { planId, mode: 'DRILL' })).rejects.toMatchObject({
        code: 'precondition',
      });
    }
    const swapped = await drillOf({ live: drill, drill: live });
    await expect(startRun(priya, { planId: swapped, mode: 'LIVE' })).rejects.toMatchObject({
      message: expect.stringContaining('is for drills'),
    });
    expect(ground.automation.calls('front.switch')).toEqual([]);
  });

  test('is stopped right before the call when an endpoint became the live one meanwhile', async () => {
    const act = `act-${newId()}`;
    const { live, drill } = ground.endpoints;
    const planId = await planOf(ground.serviceId, [
      [manual(), ground.automated(act)],
      [ground.verification()],
    ]);
    const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
    await beginRun(priya, { ref });
    await driveAll();
    const before = await db().automationEndpoint.findUniqueOrThrow({ where: { id: live } });
    // Past the rule of the settings, as somebody with the database could.
    const same = `${ground.automation.url('/shop/drill')}/?x=1`;
    await db().automationEndpoint.update({ where: { id: live }, data: { url: same } });
    await confirmStep(priya, { ref, stepId: (await runRead(priya, { ref })).steps[0]?.id ?? '' });
    await driveAll();
    const { steps } = await runRead(priya, { ref });
    expect(steps[1]).toMatchObject({ state: 'FAILED', attempts: [] });
    expect(steps[1]?.sentence).toMatch(/same address/);
    expect(ground.automation.calls(act)).toEqual([]);
    await db().automationEndpoint.update({ where: { id: live }, data: { url: before.url } });
    const { version } = await db().automationEndpoint.findUniqueOrThrow({ where: { id: drill } });
    await archiveEndpoint(cliContext(), { id: drill, version });
    await expect(startRun(priya, { planId, mode: 'DRILL' })).rejects.toMatchObject({ code: 'precondition' });
    await archiveEndpoint(cliContext(), { id: drill, version: version + 1, archived: false });
  });
});
