import dns from 'node:dns';
import { afterEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { startMailServer, type TestMailServer } from '@/lib/deliveries/testing/mail-server';
import { letTimePass, prepareDelivery } from '@/lib/deliveries/testing/waiting';
import { openConcerns } from '@/lib/platform/process/concerns';
import { openSender } from './sender';

testDatabase();

let server: TestMailServer;
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

/** Whoever answers for the network says that every name is this machine. */
function everyNameIsHere(): void {
  const here = { address: '127.0.0.1', family: 4 };
  vi.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    options: dns.LookupOptions,
    done: (...found: unknown[]) => void,
  ) =>
    options.all
      ? done(null, [here])
      : done(null, here.address, here.family)) as unknown as typeof dns.lookup);
}

async function sendBy(smtpUrl: string, id: string) {
  const sender = openSender({ smtpUrl });
  await sender.send(id);
  sender.close();
  return await db().delivery.findUniqueOrThrow({ where: { id } });
}

const concerns = async () => (await openConcerns(db())).map(({ says }) => says);

test.each(['STARTTLS', 'secure'] as const)(
  'a mail server that is named as one of this network may bring any certificate (%s)',
  async (tls) => {
    server = await startMailServer(0, tls);
    everyNameIsHere();
    for (const host of ['127.0.0.1', 'localhost', 'mailpit']) {
      const url = server.url.replace('127.0.0.1', host);
      const address = `${host}@northgate.example`;
      const row = await sendBy(url, await prepareDelivery({ address }));
      expect(row).toMatchObject({ state: 'SENT', lastError: null });
      expect(await server.parsed(address)).toHaveLength(1);
    }
    expect(await concerns()).toEqual([]);
  },
);

test.each(['STARTTLS', 'secure'] as const)(
  'a public name that leads into a private network needs its certificate, and one sentence says so everywhere (%s)',
  async (tls) => {
    server = await startMailServer(0, tls);
    const id = await prepareDelivery({ address: `${tls.toLowerCase()}@northgate.example` });
    everyNameIsHere();
    const url = server.url.replace('127.0.0.1', 'smtp.provider.example');
    const row = await sendBy(url, id);
    const sentence =
      /^The certificate of the mail server is not accepted \(.*certificate.*\)\. Name its authority in NODE_EXTRA_CA_CERTS, or end SMTP_URL with \?tls\.rejectUnauthorized=false to accept any, and start Standby again\.$/;
    expect(row).toMatchObject({ state: 'RETRY', lastError: expect.stringMatching(sentence) });
    expect(await concerns()).toEqual([row.lastError]);
    await letTimePass();
    expect(server.arrived).toEqual([]);
    expect(await sendBy(`${url}?tls.rejectUnauthorized=false`, id)).toMatchObject({ state: 'SENT' });
    expect(await concerns()).toEqual([]);
  },
);
