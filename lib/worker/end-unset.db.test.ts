import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { openConcerns, raiseConcern } from '@/lib/platform/process/concerns';
import { endUnset } from './end-unset';

testDatabase();

const smtpUrl = 'smtps://smtp.provider.example';
const auditReceiver = { url: 'https://heads.example', secret: 'whsec_x' };
const names = async () => (await openConcerns(db())).map(({ name }) => name).sort();

beforeEach(async () => {
  await raiseConcern('audit webhook', 'It does not arrive.');
  await raiseConcern('mail certificate', 'It is not accepted.');
});

test('what is wrong with a setting stays for as long as the setting is there', async () => {
  await endUnset({ smtpUrl, auditReceiver });
  expect(await names()).toEqual(['audit webhook', 'mail certificate']);
});

test.each([
  [{ smtpUrl, auditReceiver: undefined }, ['mail certificate']],
  [{ smtpUrl: undefined, auditReceiver }, ['audit webhook']],
])('a start without the setting settles what was wrong with it (%#)', async (given, left) => {
  await endUnset(given);
  expect(await names()).toEqual(left);
});
