import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { addNote } from './add-note';
import { addService } from './add-service';
import { advanceStage } from './advance';
import { assignRole } from './assign-role';
import { closeIncident } from './close';
import { endRole } from './end-role';
import { movePromise } from './move-promise';
import { publishUpdate } from './publish-update';
import { regradeIncident } from './regrade';
import { removeService } from './remove-service';
import { reopenIncident } from './reopen';
import { resolveIncident } from './resolve';
import { setServiceStatus } from './set-service-status';
import { setVisibility } from './set-visibility';

testDatabase();

type Act = (ctx: Context, input: { ref: string; version?: number }) => Promise<unknown>;
let priya: Context & { memberId: string };
let tom: Context & { memberId: string };
let shop: string;
let mail: string;
const next = { minutes: 30 };

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  tom = await makeMember('MANAGER', 'Tom');
  shop = await makeService('shop');
  mail = await makeService('mail');
});

/** Every act that guards by version: how it is done, and what brings an incident to where it can be done. */
const acts: [name: string, act: Act, prepare?: Act][] = [
  ['advance', (ctx, input) => advanceStage(ctx, { ...input, to: 'INVESTIGATING' })],
  ['regrade', (ctx, input) => regradeIncident(ctx, { ...input, severity: 'SEVERE', reason: 'Parts work.' })],
  ['addService', (ctx, input) => addService(ctx, { ...input, serviceId: mail })],
  [
    'setServiceStatus',
    (ctx, input) =>
      setServiceStatus(ctx, { ...input, serviceId: shop, status: 'DEGRADED', reason: 'Reading works.' }),
  ],
  [
    'removeService',
    (ctx, input) => removeService(ctx, { ...input, serviceId: mail, reason: 'It was never affected.' }),
    (ctx, input) => addService(ctx, { ...input, serviceId: mail }),
  ],
  [
    'assignRole',
    (ctx, input) => assignRole(ctx, { ...input, role: 'COMMUNICATIONS', memberId: tom.memberId }),
  ],
  [
    'endRole',
    (ctx, input) => endRole(ctx, { ...input, role: 'SCRIBE', memberId: tom.memberId }),
    (ctx, input) => assignRole(ctx, { ...input, role: 'SCRIBE', memberId: tom.memberId }),
  ],
  ['promise', (ctx, input) => movePromise(ctx, { ...input, next, reason: 'The copy takes longer.' })],
  [
    'publish',
    (ctx, input) => publishUpdate(ctx, { ...input, audience: 'PUBLIC', text: 'We are on it.', next }),
  ],
  [
    'resolve',
    (ctx, input) => resolveIncident(ctx, { ...input, text: 'It works again.', reason: 'It came back.' }),
  ],
  [
    'close',
    (ctx, input) => closeIncident(ctx, input),
    (ctx, input) => resolveIncident(ctx, { ...input, text: 'It works again.', reason: 'It came back.' }),
  ],
  [
    'reopen',
    (ctx, input) => reopenIncident(ctx, { ...input, to: 'INVESTIGATING', reason: 'It is back.', next }),
    (ctx, input) => resolveIncident(ctx, { ...input, text: 'It works again.', reason: 'It came back.' }),
  ],
  [
    'setVisibility',
    (ctx, input) => setVisibility(ctx, { ...input, visibility: 'INTERNAL', reason: 'A test.' }),
  ],
];

async function prepared(prepare?: Act): Promise<{ id: string; ref: string; version: number }> {
  const { id, ref } = await declared(priya, shop);
  if (prepare) await prepare(priya, { ref });
  const { version } = await db().incident.findUniqueOrThrow({ where: { id } });
  return { id, ref, version };
}

describe.each(acts)('%s', (_name, act, prepare) => {
  test('is done once for a request that is repeated', async () => {
    const { id, ref } = await prepared(prepare);
    const ctx = { ...priya, idempotencyKey: newId() };
    const first = await act(ctx, { ref });
    const events = await recordedAbout('incident', id);
    expect(await act(ctx, { ref })).toEqual(first);
    expect(await recordedAbout('incident', id)).toEqual(events);
  });

  test('refuses whoever looked at an older version, and says who changed what', async () => {
    const { id, ref, version } = await prepared(prepare);
    await movePromise(tom, { ref, next: { minutes: 45 }, reason: 'Later.' }).catch(() =>
      assignRole(tom, { ref, role: 'RESOLVER', memberId: tom.memberId }),
    );
    const events = await recordedAbout('incident', id);
    await expect(act(priya, { ref, version })).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'Tom', act: expect.any(String) },
      message: expect.stringMatching(
        /^Tom changed INC-\d+ in between, at [-\d]+ [\d:]+ UTC: .+\. Look at it again, then decide\.$/,
      ),
    });
    expect(await recordedAbout('incident', id)).toEqual(events);
  });

  test('is done by one of two at the same version', async () => {
    const { ref, version } = await prepared(prepare);
    const outcomes = await Promise.allSettled([act(priya, { ref, version }), act(tom, { ref, version })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict' });
  });

  test('finds no incident that is not there', async () => {
    await expect(act(priya, { ref: 'INC-999999' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(act(priya, { ref: 'the big one' })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('note', () => {
  test('is written by the team and by developers of the service, about now or earlier', async () => {
    const dev = await makeMember('DEVELOPER', 'Mei');
    const own = await makeService('own', { ownerId: dev.memberId });
    const { id, ref } = await declared(priya, own);
    const occurredAt = '2026-06-09T13:40:52.000Z';
    const note = await addNote(dev, { ref, text: 'Controller 0 dropped both paths.', occurredAt });
    const row = await db().incidentNote.findUniqueOrThrow({ where: { id: note.id } });
    expect(row).toMatchObject({
      incidentId: id,
      memberId: dev.memberId,
      body: 'Controller 0 dropped both paths.',
    });
    expect(row.occurredAt.toISOString()).toBe(occurredAt);
    const foreign = await declared(priya, shop);
    await expect(addNote(dev, { ref: foreign.ref, text: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await expect(addNote(priya, { ref, text: 'x', occurredAt: later })).rejects.toMatchObject({
      code: 'invalid',
    });
    const ctx = { ...priya, idempotencyKey: newId() };
    expect(await addNote(ctx, { ref, text: 'Once.' })).toEqual(await addNote(ctx, { ref, text: 'Once.' }));
    expect(await db().incidentNote.count({ where: { incidentId: id } })).toBe(2);
  });
});
