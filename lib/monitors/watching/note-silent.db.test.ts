import { beforeAll, expect, test } from 'vitest';
import { settleFinding } from '@/lib/checks/commands/settle-finding';
import { findingList } from '@/lib/checks/queries/finding-list';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { homeSummary } from '@/lib/home/queries/summary';
import { createMonitor } from '@/lib/monitors/commands/create';
import { type Context, cliContext } from '@/lib/platform/context';
import { content } from '@/lib/probes/rules/outcome';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { createService } from '@/lib/services/commands/create';
import { storeResults } from './store-results';

testDatabase();

let priya: Context & { memberId: string };
let monitorId: string;
let clock = Date.now() - 3_600_000;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  await createService(cliContext(), { name: 'Shop', slug: 'shop' });
  const probe = { kind: 'HTTP', request: { url: 'https://shop.example.org/' } } as const;
  ({ id: monitorId } = await createMonitor(cliContext(), { service: 'shop', name: 'Page', probe }));
});

/** The monitor probes once, and is content; these addresses of the name accept nothing. */
async function probed(...silent: string[]): Promise<void> {
  clock += 30_000;
  const { version } = await db().monitor.findUniqueOrThrow({ where: { id: monitorId } });
  const evidence = { address: '10.0.0.1', ...(silent.length > 0 ? { silent } : {}) };
  const outcome = content('GET / answered 200.', { totalMs: 260 }, evidence);
  await storeResults([{ monitorId, version, at: new Date(clock), outcome }]);
}

const unsettled = async () => (await findingList(priya, { service: 'shop' })).items;
const events = (type: string) => db().event.count({ where: { type } });

test('a service that answers beside a silent address is UP, and a finding names the address, once', async () => {
  await probed('10.0.0.2');
  await probed('10.0.0.2');
  expect(await db().monitor.findUniqueOrThrow({ where: { id: monitorId } })).toMatchObject({ state: 'UP' });
  expect(await unsettled()).toMatchObject([
    {
      kind: 'ADDRESS',
      service: { slug: 'shop', name: 'Shop' },
      sentence: expect.stringContaining('10.0.0.2 accepts no connection, while 10.0.0.1'),
      acts: ['finding.settle'],
    },
  ]);
  expect(await events('monitor.addressSilent')).toBe(1);
  expect((await homeSummary(priya, {})).findings).toHaveLength(1);
});

test('it goes when the address answers again, and comes again with it', async () => {
  await probed();
  expect([await unsettled(), await events('monitor.addressAnswers')]).toEqual([[], 1]);
  await probed('10.0.0.2');
  expect(await unsettled()).toHaveLength(1);
});

test('settled in words, it is not found again the same day', async () => {
  const [found] = await unsettled();
  const { id = '', version = 0 } = found ?? {};
  await expect(settleFinding(priya, { id, version, how: ' ' })).rejects.toMatchObject({ code: 'invalid' });
  const how = 'It leaves the name on Friday.';
  await expect(settleFinding(priya, { id, version, how, retired: true })).rejects.toMatchObject({
    code: 'precondition',
    fields: { retired: [expect.any(String)] },
  });
  await settleFinding(priya, { id, version, how });
  await probed('10.0.0.2');
  expect(await unsettled()).toEqual([]);
  expect(await db().finding.findUniqueOrThrow({ where: { id } })).toMatchObject({
    settlement: 'It leaves the name on Friday.',
    confirmedById: priya.memberId,
  });
  await probed('10.0.0.2', '10.0.0.3');
  expect(await unsettled()).toMatchObject([{ sentence: expect.stringMatching(/^10\.0\.0\.3 /) }]);
});

test.each(['pausedAt', 'archivedAt'] as const)(
  'it stands nowhere while nobody probes (%s)',
  async (column) => {
    const set = (at: Date | null) =>
      db().monitor.update({ where: { id: monitorId }, data: { [column]: at } });
    await set(new Date());
    expect([await unsettled(), (await homeSummary(priya, {})).findings]).toEqual([[], []]);
    await set(null);
    expect(await unsettled()).toHaveLength(1);
  },
);
