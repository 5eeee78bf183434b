import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { member } from '@/lib/http/testing/walk/callers';
import { testPassword } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { fileReport } from '@/lib/reports/commands/file';
import { rawReport, visitor } from '@/lib/reports/testing/people-and-incidents';

testDatabase();

interface Asked {
  path: string;
  body: object;
  cookie?: string;
}

const changePassword = async (): Promise<Asked> => {
  const { person, headers } = await member('USER');
  const body = { current: testPassword, password: 'nine loud owls by moonlight' };
  return { path: `/members/${person.id}/password`, body, ...headers };
};
const resetPassword = async (): Promise<Asked> => ({
  path: '/members/password-resets',
  body: { email: (await member('USER')).person.email },
});
const mailLink = async (): Promise<Asked> => {
  const email = `${newId()}@example.org`;
  const { ref } = await fileReport(visitor(), rawReport({ email }));
  return { path: '/tracking', body: { ref, email } };
};

test.each([
  ['PUT', '/members/:memberId/password', changePassword, 204],
  ['POST', '/members/password-resets', resetPassword, 202],
  ['POST', '/tracking', mailLink, 204],
])('%s %s is answered by nothing, as often as it is sent', async (method, _, ask, status) => {
  const { path, body, cookie } = await ask();
  const headers = { 'idempotency-key': newId(), ...(cookie ? { cookie } : {}) };
  for (const _time of ['first', 'again']) {
    const answer = await askApi(method, path, { headers, body });
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  }
});
