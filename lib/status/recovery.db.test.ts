import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { deliveriesConsumer } from '@/lib/deliveries/consumer';
import { readMail } from '@/lib/deliveries/testing/office';
import { deliveriesTo, fileAs } from '@/lib/deliveries/testing/people';
import { setVisibility } from '@/lib/incidents/commands/set-visibility';
import { declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { toldTime } from '@/lib/platform/testing/told-time';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { abortRun } from '@/lib/runs/commands/abort';
import { beginRun } from '@/lib/runs/commands/begin';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { setConsent } from '@/lib/runs/commands/set-consent';
import { skipStep } from '@/lib/runs/commands/skip-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';
import { linkReport } from '@/lib/triage/commands/link';
import { recoveryAnnounced } from './events';
import { loadPublicView } from './queries/public-view';
import { recoveryConsumer } from './recovery-consumer';

testDatabase();

type Member = Context & { memberId: string };
let priya: Member;

beforeAll(async () => {
  priya = await makeMember('MANAGER', 'Priya');
});

const minutes = (count: number) => count * 60_000;

/** A drill as it was a week ago, verified: a minute for each step of the plan. */
async function drilled(planId: string, serviceId: string, number: number): Promise<void> {
  const version = await db().planVersion.findFirstOrThrow({ where: { planId } });
  const content = version.content as unknown as { phases: { steps: { id: string; kind: 'MANUAL' }[] }[] };
  const steps = content.phases.flatMap((phase, index) =>
    phase.steps.map((one) => ({ ...one, phase: index + 1 })),
  );
  const began = Date.now() - minutes(60 * 24 * 7) + minutes(number * 10);
  const at = (index: number) => new Date(began + minutes(index));
  const id = newId();
  await db().run.create({
    data: {
      id,
      ref: `FO-${9_000 + number}`,
      kind: 'FAILOVER',
      number: 9_000 + number,
      serviceId,
      planId,
      planVersionId: version.id,
      mode: 'DRILL',
      drillKind: 'FULL',
      state: 'VERIFIED',
      settingsVersion: 1,
      startedAt: at(0),
      clockStartedAt: at(0),
      finishedAt: at(steps.length),
      rtaSeconds: 60 * steps.length,
      steps: {
        create: steps.map(({ id: stepId, kind, phase }, index) => ({
          id: newId(),
          stepId,
          kind,
          phase,
          phaseName: `Phase ${phase}`,
          position: index,
          name: kind,
          config: {},
          state: 'DONE' as const,
          startedAt: at(index),
          finishedAt: at(index + 1),
        })),
      },
    },
  });
}

interface Scene {
  ground: Ground;
  ref: string;
  planId: string;
}

/** An open public incident and a plan of three steps in two phases, the last a verification. */
async function scene(slug: string): Promise<Scene> {
  const ground = await startGround(slug);
  const { ref } = await declared(priya, ground.serviceId, { title: 'Shop is away' });
  const planId = await planOf(ground.serviceId, [
    [step('MANUAL', { instruction: 'One.' }), step('MANUAL', { instruction: 'Two.' })],
    [ground.verification()],
  ]);
  return { ground, ref, planId };
}

async function confirm(run: string): Promise<void> {
  const view = await runRead(priya, { ref: run });
  const waiting = view.steps.find(({ state }) => state === 'RUNNING');
  await confirmStep(priya, { ref: run, stepId: waiting?.id ?? '', version: view.version });
  await driveAll();
}

async function live({ planId, ref }: Scene, announces: boolean): Promise<string> {
  const run = await startRun(priya, { planId, mode: 'LIVE', incident: ref, announces });
  await beginRun(priya, { ref: run.ref });
  await driveAll();
  return run.ref;
}

async function publicOf(ref: string) {
  const view = await loadPublicView();
  const recovery = view.incidents.find((incident) => incident.ref === ref)?.recovery;
  const reading = { zone: view.organisation.zone, asOf: view.asOf };
  return recovery
    ? {
        heading: recoveryHeading(recovery),
        says: recoveryExpectation(recovery, reading),
        steps: recovery.steps.map(({ name, state }) => `${name}: ${state}`),
        recovery,
      }
    : null;
}

async function tell(): Promise<void> {
  await sequenceAll();
  await consume(recoveryConsumer);
  await sequenceAll();
  await consume(deliveriesConsumer);
}

async function told(ref: string): Promise<string[]> {
  const { id } = await db().incident.findUniqueOrThrow({ where: { ref } });
  const events = await db().event.findMany({
    where: { type: recoveryAnnounced.type, subjects: { some: { kind: 'incident', subjectId: id } } },
    orderBy: { id: 'asc' },
  });
  return events.map(({ data }) => {
    const { what, step: at, of } = data as { what: string; step: number; of: number };
    return `${what} ${at}/${of}`;
  });
}

describe('with the operator’s consent', () => {
  test('users read step, range and basis, and mails tell of begin and end', async () => {
    const place = await scene('shop');
    const { ref } = place;
    for (const number of [1, 2, 3, 4]) await drilled(place.planId, place.ground.serviceId, number);
    const report = await fileAs('nadia@eastgate.example', { service: 'shop' });
    await linkReport(priya, { ref: report.ref, version: 1, incidentRef: ref });

    const run = await live(place, true);
    const begun = await publicOf(ref);
    expect(begun).toMatchObject({
      heading: 'Switching to the secondary: step 1 of 2',
      steps: ['For users 1: current', 'For users 2: ahead'],
      recovery: { known: { drills: 4, live: 0, least: 180, most: 180, untimed: 0 } },
    });
    const says = `^We expect it back (between .{5,30} and|at about) ${toldTime}, from 4 practice runs\\.$`;
    expect(begun?.says).toMatch(new RegExp(says));
    const { from, to } = begun?.recovery.expected ?? { from: '', to: '' };
    expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
    expect(Date.parse(to) - Date.now()).toBeGreaterThanOrEqual(minutes(2));

    await confirm(run);
    await confirm(run);
    await tell();
    expect(await told(ref)).toEqual(['BEGUN 1/2', 'STEP 2/2', 'VERIFIED null/2']);
    const done = await publicOf(ref);
    expect(done).toMatchObject({
      heading: 'Switched to the secondary, and checked',
      says: null,
      steps: ['For users 1: done', 'For users 2: done'],
    });
    const mails = await deliveriesTo('nadia@eastgate.example');
    const about = mails.filter(({ purpose }) => purpose.startsWith('recovery-'));
    expect(about.map(({ subject }) => subject)).toEqual([
      'Service shop: switching to the secondary',
      'Service shop: switched to the secondary, and checked',
    ]);
    expect(readMail(about[0]).text).toContain('The steps: 1. For users 1, 2. For users 2.');
    await place.ground.stop();
  });

  test('users are not told that it is checked when a step was skipped', async () => {
    const place = await scene('florist');
    const run = await live(place, true);
    const stepId = (await runRead(priya, { ref: run })).steps[0]?.id ?? '';
    await skipStep(priya, { ref: run, stepId, reason: 'The key is lost.' });
    await driveAll();
    await confirm(run);
    await tell();
    expect([(await told(place.ref)).at(-1), await publicOf(place.ref)]).toEqual(['WITHDRAWN null/2', null]);
    await place.ground.stop();
  });
  test('nothing is timed that was never practised, and a stopped run says so', async () => {
    const place = await scene('bakery');
    const run = await live(place, true);
    expect((await publicOf(place.ref))?.says).toBe(
      'We have not practised this before, so we cannot say how long it takes.',
    );
    expect((await publicOf(place.ref))?.recovery).toMatchObject({ expected: null, known: null });
    await abortRun(priya, { ref: run, safeStateNote: 'The front was not touched.' });
    await tell();
    expect(await told(place.ref)).toEqual(['BEGUN 1/2', 'STOPPED 1/2']);
    expect(await publicOf(place.ref)).toMatchObject({ heading: 'Stopped: we are back to repairing it' });
    await place.ground.stop();
  });
});

describe('without it', () => {
  test('users read nothing, until it is given, and nothing more once it is taken back', async () => {
    const place = await scene('library');
    const run = await live(place, false);
    await tell();
    expect(await publicOf(place.ref)).toBeNull();
    expect(await told(place.ref)).toEqual([]);
    await setConsent(priya, { ref: run, announces: true });
    await tell();
    expect(await publicOf(place.ref)).toMatchObject({ heading: 'Switching to the secondary: step 1 of 2' });
    await setConsent(priya, { ref: run, announces: false });
    await tell();
    expect(await publicOf(place.ref)).toBeNull();
    expect(await told(place.ref)).toEqual(['BEGUN 1/2', 'WITHDRAWN 1/2']);
    await place.ground.stop();
  });

  test('of an internal incident, and of a drill, nobody outside reads', async () => {
    const place = await scene('archive');
    const { version } = await db().incident.findUniqueOrThrow({ where: { ref: place.ref } });
    await setVisibility(priya, { ref: place.ref, version, visibility: 'INTERNAL', reason: 'A test.' });
    await live(place, true);
    const drill = await startRun(priya, { planId: place.planId, mode: 'DRILL', announces: true });
    await beginRun(priya, { ref: drill.ref });
    await driveAll();
    await tell();
    expect(await told(place.ref)).toEqual([]);
    const { id } = await db().incident.findUniqueOrThrow({ where: { ref: place.ref } });
    const about = { purpose: { startsWith: 'recovery-' }, incidentId: id };
    expect(await db().delivery.count({ where: about })).toBe(0);
    await place.ground.stop();
  });
});
