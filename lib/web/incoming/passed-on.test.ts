import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { passedOn } from './passed-on';

type Headers = Record<string, string>;

function from(remoteAddress: string, headers: Headers): ReturnType<typeof passedOn> {
  return passedOn({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);
}

test('what comes straight from a client was not passed on', () => {
  expect(from('127.0.0.1', { host: 'here.example', 'x-request-id': '1' })).toBeNull();
});

test.each<[Headers, string | null]>([
  [{ 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7'],
  [{ 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }, '203.0.113.7'],
  [{ 'x-forwarded-for': '6.6.6.6, 203.0.113.7:4711' }, '203.0.113.7'],
  [{ 'x-forwarded-for': '2001:db8::7' }, '2001:db8::7'],
  [{ 'x-forwarded-for': '::ffff:203.0.113.7' }, '203.0.113.7'],
  [{ 'x-real-ip': '203.0.113.7' }, '203.0.113.7'],
  [{ forwarded: 'for=203.0.113.7;proto=https;by=10.0.0.1' }, '203.0.113.7'],
  [{ forwarded: 'for=6.6.6.6, proto=https;For="[2001:db8::7]:4711"' }, '2001:db8::7'],
  [{ 'x-forwarded-for': '6.6.6.6, 203.0.113.7', 'x-real-ip': '203.0.113.7' }, '203.0.113.7'],
  [{ 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '203.0.113.7' }, null],
  [{ 'x-forwarded-for': '203.0.113.7', forwarded: 'for=6.6.6.6' }, null],
  [{ 'x-forwarded-for': 'unknown' }, null],
  [{ 'x-forwarded-for': '' }, null],
  [{ forwarded: 'for=_hidden' }, null],
])('a proxy on this machine that says %j passed it on for %s', (headers, client) => {
  for (const peer of ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1']) {
    expect(from(peer, headers)).toEqual({ peer: peer.replace('::ffff:', ''), client });
  }
});

test.each(['203.0.113.9', '10.0.0.5', '192.168.1.9', 'fd00::9', '2001:db8::9', '::ffff:10.0.0.5'])(
  'somebody at %s who sends the header is heard of, and counts as who they are',
  (peer) => {
    const found = from(peer, { 'x-forwarded-for': '203.0.113.7' });
    expect(found).toEqual({ peer: peer.replace('::ffff:', ''), client: null });
  },
);
