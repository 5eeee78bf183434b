import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { listSessions } from '@/lib/members/queries/list-sessions';
import { anonymous, type Person, person } from '@/lib/members/testing/people';
import { newId, newSecret } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { endSession } from './end-session';
import { endSessions } from './end-sessions';
import { startSession } from './start-session';

testDatabase();

async function start(member: Person, userAgent = 'curl/8', ctx = anonymous({ userAgent })): Promise<string> {
  const { passwordHash } = await db().member.findUniqueOrThrow({ where: { id: member.id } });
  const { sessionId } = await startSession(ctx, {
    memberId: member.id,
    verified: passwordHash ?? '',
    tokenHash: Buffer.from(newSecret()),
    keep: false,
    replaces: null,
  });
  return sessionId;
}

const at = (member: Person, sessionId: string): Person['ctx'] => ({
  ...member.ctx,
  actor: { ...member.ctx.actor, sessionId },
});
const idsOf = async (member: Person) =>
  (await listSessions(member.ctx, { memberId: member.id })).map((session) => session.id);

test('a member sees where they are signed in, and which one is here', async () => {
  const tom = await person('RESPONDER');
  const [phone, desk] = [await start(tom, 'Mozilla/5.0 (iPhone) Version/18 Safari/604'), await start(tom)];
  const sessions = await listSessions(at(tom, desk), { memberId: tom.id });
  expect(sessions.map(({ id, browser, current }) => ({ id, browser, current }))).toEqual([
    { id: desk, browser: 'curl', current: true },
    { id: phone, browser: 'Safari on iPhone', current: false },
  ]);
});

test('signing out ends one session, once', async () => {
  const tom = await person('RESPONDER');
  const [here, there] = [await start(tom), await start(tom)];
  await endSession(at(tom, here), { sessionId: here });
  await endSession(at(tom, here), { sessionId: here });
  expect(await idsOf(tom)).toEqual([there]);
  expect(await recordedAbout('session', here)).toEqual(['session.started', 'session.ended']);
  await expect(endSession(tom.ctx, { sessionId: newId() })).rejects.toMatchObject({ code: 'forbidden' });
});

test('signing out everywhere else leaves the one that is here', async () => {
  const tom = await person('RESPONDER');
  const here = await start(tom);
  await start(tom);
  await start(tom);
  expect(await endSessions(at(tom, here), { memberId: tom.id, except: here })).toEqual({ ended: 2 });
  expect(await idsOf(tom)).toEqual([here]);
  expect(await endSessions(tom.ctx, { memberId: tom.id })).toEqual({ ended: 1 });
  expect(await endSessions(tom.ctx, { memberId: tom.id })).toEqual({ ended: 0 });
});

test('a key starts no session, and neither does a password that is no longer the one', async () => {
  const tom = await person('USER');
  const key = { ...anonymous(), actor: { kind: 'key', keyId: newId(), role: 'ADMIN' } } as const;
  await expect(start(tom, 'curl/8', key as never)).rejects.toMatchObject({ code: 'forbidden' });
  const stale = { memberId: tom.id, verified: 'an older hash', keep: false, replaces: null };
  await expect(
    startSession(anonymous(), { ...stale, tokenHash: Buffer.from(newSecret()) }),
  ).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await idsOf(tom)).toEqual([]);
});
