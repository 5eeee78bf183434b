import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { systemContext } from '@/lib/platform/context';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { until } from '@/lib/platform/testing/until';
import { type LiveClient, LiveHub } from './hub';
import type { Audience } from './topics';

testDatabase();

const hub = new LiveHub();
afterAll(() => hub.stop());

const moved = eventType('update.moved', {
  data: { reportId: ref('report'), incidentId: ref('incident'), audience: z.string() },
  subjects: ['reportId', 'incidentId'],
  says: () => 'Moved',
});

interface Heard extends LiveClient {
  lines: string[];
}

function client(audience: Audience): Heard {
  const lines: string[] = [];
  return {
    audience,
    lines,
    send: (bytes) => lines.push(bytes.toString()) > 0,
    close: () => lines.push('closed'),
  };
}

async function record(reportId: string, incidentId: string, audience = 'PUBLIC'): Promise<void> {
  const draft = moved({ reportId, incidentId, audience });
  await db().$transaction((tx) => recordEvents(tx, systemContext('test'), new Date(), [draft]));
  await sequenceAll();
}

/** So many events that not all of them are read again. */
async function fillLog(): Promise<void> {
  const drafts = Array.from({ length: 1_001 }, () =>
    moved({ reportId: newId(), incidentId: newId(), audience: 'INTERNAL' }),
  );
  await db().$transaction((tx) => recordEvents(tx, systemContext('test'), new Date(), drafts));
  await sequenceAll();
}

const hints = (heard: Heard) => heard.lines.filter((line) => line.includes('event: hint'));

test('staff hear every event, a reporter only their own report and the public part of its incident', async () => {
  const [reportId, incidentId, other] = [newId(), newId(), newId()];
  const staff = client({ kind: 'staff', sessionId: newId() });
  const reporter = client({ kind: 'reporter', reportId, incidentId, tokenId: newId() });
  await hub.add([staff], null);
  await hub.add([reporter], null);
  await record(other, incidentId, 'INTERNAL');
  await record(other, incidentId, 'PUBLIC');
  await record(reportId, other, 'INTERNAL');
  await until('the hints', () => hints(staff).length === 3);
  await until('the hints', () => hints(reporter).length === 2);
  expect(hints(reporter).map((line) => JSON.parse(line.split('data: ')[1] as string).topics)).toEqual([
    [`incident:${incidentId}`],
    [`report:${reportId}`],
  ]);
  expect(hints(staff)[0]).toContain(`"incident:${incidentId}"`);
  hub.remove(staff);
  hub.remove(reporter);
});

test('a client that comes back is told what it missed, and one that was away too long refetches', async () => {
  const [reportId, incidentId] = [newId(), newId()];
  const first = client({ kind: 'staff', sessionId: newId() });
  await hub.add([first], null);
  await record(reportId, incidentId);
  await until('the hints', () => hints(first).length === 1);
  const last = BigInt(/id: (\d+)/.exec(hints(first)[0] as string)?.[1] as string);
  hub.remove(first);
  await record(reportId, incidentId);
  await record(reportId, incidentId);

  const back = client({ kind: 'staff', sessionId: newId() });
  await hub.add([back], last);
  // A hint that is read while the client joins may come twice; none may be missing.
  const heard = new Set(hints(back).map((line) => BigInt(/id: (\d+)/.exec(line)?.[1] as string)));
  expect([...heard].sort()).toEqual([last + 1n, last + 2n]);

  const foreign = client({ kind: 'staff', sessionId: newId() });
  await hub.add([foreign], last + 1_000n);
  // Hints of the writes above may come in before it.
  expect(foreign.lines.some((line) => line.includes('event: reset'))).toBe(true);
});

test('ids tell a stranger nothing of what happens to others, and nothing is missed by them', async () => {
  const [reportId, incidentId] = [newId(), newId()];
  const audience: Audience = { kind: 'reporter', reportId, incidentId, tokenId: newId() };
  const staff: Audience = { kind: 'staff', sessionId: newId() };
  const first = client(audience);
  await hub.add([first], null);
  const ids = ({ lines }: Heard) =>
    lines.flatMap((line) => Number(/id: (\d+)/.exec(line)?.[1] ?? Number.NaN));
  const isTime = (id: number) => Math.abs(id - Date.now()) < 60_000;
  await record(reportId, incidentId);
  await until('the hint', () => hints(first).length > 0);
  const last = ids(first).at(-1) ?? 0;
  hub.remove(first);
  for (let others = 0; others < 5; others += 1) await record(newId(), newId());
  await record(reportId, incidentId);

  const back = client(audience);
  const beside = { ...client(staff), isShared: true };
  await hub.add([back, beside], BigInt(last));
  expect(hints(back).length).toBeGreaterThanOrEqual(2);
  expect(hints(beside).length).toBeGreaterThanOrEqual(6);
  expect([...ids(first), ...ids(back), ...ids(beside)].filter((id) => id && !isTime(id))).toEqual([]);
  hub.remove(back);
  hub.remove(beside);

  await fillLog();
  // A position where a time is expected, and a time where a position is, are of a log that is not known.
  for (const [who, id] of [
    [audience, 7n],
    [staff, BigInt(Date.now())],
  ] as const) {
    const confused = client(who);
    await hub.add([confused], id);
    expect(confused.lines.some((line) => line.includes('event: reset'))).toBe(true);
    hub.remove(confused);
  }
});

test('a client that falls behind is dropped, the others go on', async () => {
  const slow: Heard = { ...client({ kind: 'staff', sessionId: newId() }), send: () => false };
  const quick = client({ kind: 'staff', sessionId: newId() });
  await hub.add([slow], null);
  await hub.add([quick], null);
  await record(newId(), newId());
  await until('the hints', () => hints(quick).length >= 1);
  expect(slow.lines).toEqual(['closed']);
});
