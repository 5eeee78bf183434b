import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { startMailServer } from '@/lib/deliveries/testing/mail-server';
import { letTimePass, prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { until } from '@/lib/platform/testing/until';
import { inHand } from './sender';

const database = testDatabase();
const count = 300;

function startSender(smtpUrl: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'lib/deliveries/testing/sender-process.ts'], {
    env: { ...process.env, DATABASE_URL: database.url, SMTP_URL: smtpUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('senders are killed, the server refuses and hangs up: every mail arrives, and doubles are known by their id', async () => {
  const server = await startMailServer();
  // One mail in five is refused the first time, one in ten cut off.
  server.atData = (address, tries) => {
    const number = Number(address.split('@')[0]);
    if (tries > 1) return null;
    if (number % 5 === 0) return { code: 451, text: 'try again later' };
    return number % 10 === 3 ? 'drop' : null;
  };
  const addresses = Array.from({ length: count }, (_, number) => `${number}@ledger.example`);
  for (const address of addresses) await prepareDelivery({ address });
  let kills = 0;
  for (const arrived of [40, 120]) {
    const sender = startSender(server.url);
    await until(`${arrived} mails arrived`, () => server.arrived.length >= arrived);
    await kill(sender);
    kills += 1;
  }
  const last = startSender(server.url);
  await until('every mail is sent', async () => {
    await letTimePass();
    return (await db().delivery.count({ where: { state: 'SENT' } })) === count;
  });
  await kill(last);
  await server.stop();

  const byAddress = new Map<string, Set<string>>();
  for (const { to, messageId } of server.arrived) {
    const [address = ''] = to;
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(messageId));
  }
  expect([...byAddress.keys()].sort()).toEqual([...addresses].sort());
  expect([...byAddress.values()].every((ids) => ids.size === 1)).toBe(true);
  expect(server.arrived.length - count).toBeLessThanOrEqual(kills * inHand);
  expect(await db().deliveryAttempt.count({ where: { outcome: 'SENT' } })).toBe(count);
});
