import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import type { Problem } from '@/lib/http/rules/problem';
import { type Caller, member } from '@/lib/http/testing/walk/callers';
import { sampleOf } from '@/lib/http/testing/walk/samples';
import { testWalk } from '@/lib/http/testing/walk/test-walk';
import { addressOf } from '@/lib/http/testing/walk/verdict';
import { callOf, subjectFor } from '@/lib/http/testing/walk/walk';
import { hostileTexts, unstorableTexts } from '@/lib/platform/testing/hostile-strings';

const door = testWalk();
let admin: Caller;

beforeAll(async () => {
  admin = await member('ADMIN');
});

/** Calls a route as its sample says, with a change. */
async function send(route: string, change: object) {
  const [sample, address] = [sampleOf(route), addressOf(route, sampleOf(route))];
  const made = (await subjectFor(address, sample, admin, 'foreign')) ?? {};
  const call = callOf(address, sample, made, admin);
  const { status, body } = await door.call(admin, { ...call, body: { ...call.body, ...change } });
  return { status, answer: JSON.parse(body || '{}') as Record<string, string> & Problem };
}

describe.each(['POST /reports', 'POST /subscribers', 'POST /members'])('%s', (route) => {
  test.each(['r&d@example.org', "o'brien+it@example.org", 'kim@bücher.example'])(
    'takes %s',
    async (email) => {
      expect((await send(route, { email: ` ${email.toUpperCase()} ` })).status).toBeLessThan(300);
      const [report, subscriber, invited] = await Promise.all([
        db().report.count({ where: { reporterEmail: email } }),
        db().subscriber.count({ where: { address: email } }),
        db().invitation.count({ where: { email } }),
      ]);
      expect(
        { 'POST /reports': report, 'POST /subscribers': subscriber, 'POST /members': invited }[route],
      ).toBe(1);
    },
  );

  test.each([
    'a@b@c',
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'Dana <dana@example.org>',
    'root@mailhost',
  ])('refuses %j with a sentence at its field', async (email) => {
    const { status, answer } = await send(route, { email });
    expect([status, Object.keys(answer.fields ?? {})]).toEqual([422, ['email']]);
    expect(answer.fields?.email?.[0]).toMatch(/\.$/);
  });
});

test.each(hostileTexts.filter((text) => /[\p{L}\p{S}]/u.test(text) && text.length < 160))(
  'a title is stored as it was typed, in one line without control characters: %j',
  async (title) => {
    const { status, answer } = await send('POST /incidents', { title });
    expect(status).toBe(201);
    const { title: stored } = await db().incident.findFirstOrThrow({ where: { ref: answer.ref as string } });
    expect(stored).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    if (!/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\uFEFF\uFFFE]/u.test(title)) expect(stored).toBe(title.trim());
  },
);

test.each(unstorableTexts)('what no column holds is refused with a sentence: %j', async (text) => {
  for (const [route, field] of [
    ['POST /incidents', 'title'],
    ['POST /services', 'name'],
    ['POST /reports', 'clientKey'],
    ['POST /incidents/:ref/notes', 'text'],
  ] as const) {
    const { status, answer } = await send(route, { [field]: `${text} and eight more` });
    expect([route, status]).toEqual([route, 422]);
    expect(answer.detail).toMatch(/[.)]$/);
  }
});

test.each([
  ['1970-01-01T00:00:00Z'],
  ['2004-01-01T00:00:00Z'],
  [new Date(Date.now() + 2 * 3_600_000).toISOString()],
])('an incident that began at %s is refused with a sentence', async (startedAt) => {
  const { status, answer } = await send('POST /incidents', { startedAt });
  expect([status, Object.keys(answer.fields ?? {})]).toEqual([422, ['startedAt']]);
  expect(answer.fields?.startedAt?.[0]).toMatch(/^Give a time .*\.$/);
});
