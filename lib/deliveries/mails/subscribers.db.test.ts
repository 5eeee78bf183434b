import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { readMail } from '@/lib/deliveries/testing/office';
import { deliveriesTo, makeService, tellEverybody } from '@/lib/deliveries/testing/people';
import { visitor } from '@/lib/reports/testing/people-and-incidents';
import { subscribe } from '@/lib/subscribers/commands/subscribe';

testDatabase();

test('whoever asks first: the link of each mail shows what that mail is about', async () => {
  const records = await makeService('Case Records');
  const search = await makeService('Search');
  const email = 'dana@westfield.example';
  await subscribe(visitor(), { email, services: [search.slug], minimumSeverity: 'TRIVIAL' });
  await subscribe(visitor(), { email, services: [records.slug, search.slug], minimumSeverity: 'SEVERE' });
  await subscribe(visitor(), { email });
  // Nothing was written yet: what was asked for later is in no mail about something earlier.
  await tellEverybody();
  const texts = (await deliveriesTo(email)).map((mail) => readMail(mail).text);
  expect(texts.map((text) => /\/subscriptions\/[\w-]+\?(\S+)/.exec(text)?.[1])).toEqual([
    'severity=TRIVIAL&service=search',
    'severity=SEVERE&service=case-records&service=search',
    'severity=TRIVIAL',
  ]);
  expect(texts[0]).toContain('updates about Search to this address');
  expect(texts[1]).toContain('updates about Case Records and Search to this address');
  expect(texts[2]).toContain('updates about its services');
  expect(await db().subscriber.count({ where: { address: email } })).toBe(1);
});
