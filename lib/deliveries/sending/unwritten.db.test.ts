import { expect, onTestFinished, test } from 'vitest';
import { db } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { startMailServer } from '@/lib/deliveries/testing/mail-server';
import { prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { openSender } from './sender';

const database = testDatabase();

test('what one worker sent and could not write down is forgotten once another one ended it', async () => {
  const server = await startMailServer();
  const [one, other] = [openSender({ smtpUrl: server.url }), openSender({ smtpUrl: server.url })];
  onTestFinished(async () => {
    one.close();
    other.close();
    await server.stop();
  });
  const id = await prepareDelivery({ address: 'tom@northgate.example' });
  const isDue = { claimedUntil: new Date(0), nextTryAt: new Date(0) };
  await administer(
    database.ownerUrl,
    `create function refuse_sent() returns trigger language plpgsql as $$ begin
      if new.state = 'SENT' then raise 'refused' using errcode = 'XX000'; end if;
      return new; end $$;
    create trigger refuse_sent before update on delivery for each row execute function refuse_sent()`,
  );
  await expect(one.send(id)).rejects.toThrow('refused');
  const { says } = await db().concern.findUniqueOrThrow({ where: { name: 'sent mail' } });
  expect(says).toContain('this worker does not send the mail again, but another one does');
  await administer(database.ownerUrl, 'drop trigger refuse_sent on delivery');

  server.atRecipient = () => ({ code: 550, text: '5.1.1 no such user' });
  await db().delivery.update({ where: { id }, data: isDue });
  await other.send(id);
  const stored = () => db().delivery.findUniqueOrThrow({ where: { id } });
  expect(await stored()).toMatchObject({ state: 'DEAD', attempts: 1 });

  server.atRecipient = () => null;
  await db().delivery.update({ where: { id }, data: { ...isDue, state: 'RETRY' } });
  await one.send(id);
  expect(await stored()).toMatchObject({ state: 'SENT', attempts: 2 });
  expect(await server.parsed('tom@northgate.example')).toHaveLength(2);
});
