import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { signIn } from '@/lib/http/testing/walk/callers';
import { person } from '@/lib/members/testing/people';
import type { Running } from '@/lib/platform/process/repeat';
import { until } from '@/lib/platform/testing/until';
import { fileReport } from '@/lib/reports/commands/file';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { reporterAudience } from '@/lib/tracking/reporter-audience';
import { liveHub } from './hub';
import { startLiveUpkeep } from './session-watch';
import type { Audience } from './topics';

testDatabase();

let upkeep: Running;
beforeAll(() => {
  upkeep = startLiveUpkeep();
});
afterAll(async () => await upkeep.stop());

async function stream(audience: Audience) {
  const heard = { closed: false };
  const close = () => void Object.assign(heard, { closed: true });
  await liveHub().add([{ audience, send: () => true, close }], null);
  return heard;
}

async function link() {
  const { trackingPath } = await fileReport(visitor(), fromForm());
  const audience = await reporterAudience(trackingPath.split('/').at(-1) ?? '');
  return { audience, heard: await stream(audience) };
}

test('a stream ends with the link or the role that it was opened by, and the others go on', async () => {
  const [revoked, expired, open] = [await link(), await link(), await link()];
  const [lowered, staff] = [await person('RESPONDER'), await person('RESPONDER')];
  const streamOf = async (memberId: string) =>
    await stream({ kind: 'staff', sessionId: (await signIn(memberId)).sessionId });
  const [formerly, still] = [await streamOf(lowered.id), await streamOf(staff.id)];
  const end = (tokenId: string, data: object) => db().reportToken.update({ where: { id: tokenId }, data });
  await end(revoked.audience.tokenId, { revokedAt: new Date() });
  await end(expired.audience.tokenId, { expiresAt: new Date(0) });
  await db().member.update({ where: { id: lowered.id }, data: { role: 'USER' } });
  await until('the ends', () => revoked.heard.closed && expired.heard.closed && formerly.closed);
  expect([open.heard.closed, still.closed]).toEqual([false, false]);
});
