import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailCatcher, startMailCatcher } from './mail-catcher';
import { openMailWindow } from './mail-window';

let catcher: MailCatcher;
let window: Awaited<ReturnType<typeof openMailWindow>>;

beforeEach(async () => {
  catcher = await startMailCatcher();
  window = await openMailWindow(catcher, 0);
});

afterEach(async () => {
  window.close();
  await catcher.stop();
});

function send(to: string) {
  const transport = createTransport({ host: '127.0.0.1', port: catcher.port, ignoreTLS: true });
  const from = { name: 'Standby', address: 'standby@example.org' };
  return transport.sendMail({ from, to: { name: 'A, B', address: to }, subject: 'Grüße', text: 'Hello' });
}

async function call(method: string, path: string): Promise<unknown> {
  const { port } = window.address() as { port: number };
  return (await fetch(`http://127.0.0.1:${port}${path}`, { method })).json();
}

test('keeps a mail as it arrived and shows it to who asks for the address', async () => {
  await send('ada@example.org');
  await send('ben@example.org');
  expect(await call('GET', '/messages?to=Ada@example.org')).toMatchObject([
    {
      recipients: ['ada@example.org'],
      subject: 'Grüße',
      text: 'Hello\n',
      from: '"Standby" <standby@example.org>',
    },
  ]);
  expect(await call('DELETE', '/messages')).toEqual({ removed: 2 });
  expect(await call('GET', '/messages')).toEqual([]);
});

test.each([
  ['put-off', /451/],
  ['refuse', /550/],
  ['drop', /closed|ECONNRESET|reset/i],
])('can %s a mail, and then takes it again', async (mode, reason) => {
  await call('PUT', `/behaviour?mode=${mode}`);
  await expect(send('ada@example.org')).rejects.toThrow(reason);
  expect(catcher.mails).toEqual([]);
  await call('PUT', '/behaviour?mode=accept');
  await send('ada@example.org');
  expect(catcher.mails).toHaveLength(1);
});
