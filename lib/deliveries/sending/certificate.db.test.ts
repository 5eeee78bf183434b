import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { startMailServer, type TestMailServer } from '@/lib/deliveries/testing/mail-server';
import { letTimePass, prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { openConcerns } from '@/lib/platform/process/concerns';
import { openSender } from './sender';

testDatabase();

let server: TestMailServer;
afterEach(() => server.stop());

async function sendBy(smtpUrl: string, id: string) {
  const sender = openSender({ smtpUrl });
  await sender.send(id);
  sender.close();
  return await db().delivery.findUniqueOrThrow({ where: { id } });
}

const concerns = async () => (await openConcerns(db())).map(({ says }) => says);

test.each(['STARTTLS', 'secure'] as const)(
  'a mail server on loopback with a self-signed certificate gets its mail (%s)',
  async (tls) => {
    server = await startMailServer(0, tls);
    for (const url of [server.url, server.url.replace('127.0.0.1', 'localhost')]) {
      const address = `${new URL(url).hostname}@northgate.example`;
      const row = await sendBy(url, await prepareDelivery({ address }));
      expect(row).toMatchObject({ state: 'SENT', lastError: null });
      expect(await server.parsed(address)).toHaveLength(1);
    }
    expect(await concerns()).toEqual([]);
  },
);

test.each(['STARTTLS', 'secure'] as const)(
  'where a certificate counts, one sentence names the settings in the outbox, the console and the health (%s)',
  async (tls) => {
    server = await startMailServer(0, tls);
    const id = await prepareDelivery({ address: `${tls.toLowerCase()}@northgate.example` });
    const row = await sendBy(`${server.url}?tls.rejectUnauthorized=true`, id);
    const sentence =
      /^The certificate of the mail server is not accepted \(.*certificate.*\)\. Name its authority in NODE_EXTRA_CA_CERTS, or end SMTP_URL with \?tls\.rejectUnauthorized=false to accept any, and start Standby again\.$/;
    expect(row).toMatchObject({ state: 'RETRY', lastError: expect.stringMatching(sentence) });
    expect(await concerns()).toEqual([row.lastError]);
    await letTimePass();
    expect(await sendBy(`${server.url}?tls.rejectUnauthorized=false`, id)).toMatchObject({ state: 'SENT' });
    expect(await concerns()).toEqual([]);
  },
);
