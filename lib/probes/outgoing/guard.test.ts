import { describe, expect, test } from 'vitest';
import { readHost } from '@/lib/probes/rules/url';
import { allowedTargetSchema } from '@/lib/settings/rules/outgoing';
import { startDeadline } from './deadline';
import { outgoingGuard } from './guard';
import { resolveTarget } from './resolve-target';

const nobody = async (): Promise<string[]> => {
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
};

/** What would be connected to: addresses, or the sentence that says why nothing would. */
async function ways(
  text: string,
  { allow = [] as string[], lookup = nobody } = {},
): Promise<string[] | string> {
  const guard = outgoingGuard(allow);
  const read = guard.readUrl(text);
  if (!read.ok) return read.sentence;
  const deadline = startDeadline(5_000);
  try {
    const resolved = await resolveTarget(read.host, read.port, { guard, deadline, lookup });
    return resolved.ok ? resolved.addresses : resolved.sentence;
  } finally {
    deadline.end();
  }
}

const evasions: [trick: string, url: string][] = [
  ['loopback', 'http://127.0.0.1/'],
  ['another loopback', 'http://127.8.9.10/'],
  ['loopback in short', 'http://127.1/'],
  ['loopback in decimal', 'http://2130706433/'],
  ['loopback in octal', 'http://0177.0.0.01/'],
  ['loopback in one octal number', 'http://017700000001/'],
  ['loopback in hexadecimal', 'http://0x7f000001/'],
  ['loopback in mixed notation', 'http://0x7f.0.1/'],
  ['loopback with a final dot', 'http://127.0.0.1./'],
  ['loopback percent-encoded', 'http://%31%32%37.0.0.1/'],
  ['loopback in full-width digits', 'http://１２７.０.０.１/'],
  ['loopback in circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ['loopback with an ideographic dot', 'http://127。0。0。1/'],
  ['IPv6 loopback', 'http://[::1]/'],
  ['IPv6 loopback in full', 'http://[0:0:0:0:0:0:0:1]/'],
  ['IPv4-mapped loopback', 'http://[::ffff:127.0.0.1]/'],
  ['IPv4-mapped loopback in hexadecimal', 'http://[::ffff:7f00:1]/'],
  ['IPv4-compatible loopback', 'http://[::127.0.0.1]/'],
  ['IPv4-translated loopback', 'http://[::ffff:0:127.0.0.1]/'],
  ['loopback behind NAT64', 'http://[64:ff9b::127.0.0.1]/'],
  ['a private network behind NAT64', 'http://[64:ff9b::10.0.0.1]/'],
  ['metadata behind NAT64', 'http://[64:ff9b::a9fe:a9fe]/'],
  ['NAT64 for local use', 'http://[64:ff9b:1::a00:1]/'],
  ['loopback by 6to4', 'http://[2002:7f00:1::]/'],
  ['a private network by 6to4', 'http://[2002:a00:1::1]/'],
  ['a private network by Teredo', 'http://[2001:0:a00:1::1]/'],
  ['unspecified', 'http://0.0.0.0/'],
  ['unspecified in short', 'http://0/'],
  ['this network', 'http://0.1.2.3/'],
  ['IPv6 unspecified', 'http://[::]/'],
  ['IPv4-mapped unspecified', 'http://[::ffff:0.0.0.0]/'],
  ['private 10', 'http://10.0.0.1/'],
  ['private 172.16', 'http://172.31.255.255/'],
  ['private 192.168', 'http://192.168.1.1/'],
  ['carrier-grade NAT', 'http://100.64.0.1/'],
  ['unique local', 'http://[fd12:3456::1]/'],
  ['link-local', 'http://169.254.1.1/'],
  ['metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['metadata in decimal', 'http://2852039166/'],
  ['metadata in hexadecimal', 'http://0xa9fea9fe/'],
  ['metadata IPv4-mapped', 'http://[::ffff:169.254.169.254]/'],
  ['metadata by IPv6', 'http://[fd00:ec2::254]/'],
  ['metadata inside a carrier network', 'http://100.100.100.200/'],
  ['metadata at a public-looking address', 'http://168.63.129.16/'],
  ['IPv6 link-local', 'http://[fe80::1]/'],
  ['IPv6 link-local with a zone', 'http://[fe80::1%25eth0]/'],
  ['IPv6 site-local', 'http://[fec0::1]/'],
  ['multicast', 'http://224.0.0.1/'],
  ['IPv6 multicast', 'http://[ff02::1]/'],
  ['broadcast', 'http://255.255.255.255/'],
  ['reserved', 'http://240.0.0.1/'],
  ['for documentation', 'http://192.0.2.1/'],
  ['for benchmarks', 'http://198.18.0.1/'],
  ['never given to the public', 'http://[4000::1]/'],
  ['a name before the host', 'http://example.org@127.0.0.1/'],
  ['a name and a password', 'http://user:secret@example.org/'],
  ['an empty name', 'http://:@example.org/'],
  ['a backslash as slash', 'http://example.org\\@127.0.0.1/'],
  ['a line break inside', 'http://exam\nple.org/'],
  ['a tab in the scheme', 'ht\ttp://127.0.0.1/'],
  ['a leading space', ' http://127.0.0.1/'],
  ['a file', 'file:///etc/passwd'],
  ['gopher', 'gopher://127.0.0.1:6379/_INFO'],
  ['data', 'data:text/plain,hello'],
  ['FTP', 'ftp://example.org/'],
  ['a web socket', 'ws://example.org/'],
  ['a script', 'javascript:alert(1)'],
  ['no scheme', '127.0.0.1:80/'],
  ['no scheme, two slashes', '//127.0.0.1/'],
  ['mail', 'http://93.184.215.14:25/'],
  ['a shell', 'http://93.184.215.14:22/'],
  ['port nought', 'http://93.184.215.14:0/'],
  ['no such port', 'http://93.184.215.14:70000/'],
  ['no host', 'http://./'],
];

describe('without a list, nothing private is called', () => {
  test.each(evasions)('%s', async (_, url) => {
    expect(await ways(url)).toBeTypeOf('string');
  });

  test('and a name is judged by what it means', async () => {
    for (const address of [
      '127.0.0.1',
      '10.1.1.1',
      '169.254.169.254',
      '::1',
      '::ffff:10.0.0.1',
      'fe80::1%eth0',
      '0.0.0.0',
    ])
      expect(await ways('http://innocent.example.org/', { lookup: async () => [address] })).toMatch(
        /^Standby did not call innocent\.example\.org \(/,
      );
  });
});

test('public addresses are called without a list', async () => {
  expect(await ways('http://93.184.215.14/')).toEqual(['93.184.215.14']);
  expect(await ways('https://93.184.215.14:8443/a?b=c#d')).toEqual(['93.184.215.14']);
  expect(await ways('http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/')).toHaveLength(1);
  expect(await ways('http://[::ffff:93.184.215.14]/')).toEqual(['93.184.215.14']);
  expect(await ways('http://[64:ff9b::5db8:d70e]/')).toEqual(['64:ff9b::5db8:d70e']);
  expect(await ways('http://example.org./', { lookup: async () => ['93.184.215.14'] })).toEqual([
    '93.184.215.14',
  ]);
});

describe('a list opens private addresses', () => {
  test('and only on its ports', async () => {
    const allow = ['127.0.0.0/8:4100-4199'];
    expect(await ways('http://127.0.0.1:4100/', { allow })).toEqual(['127.0.0.1']);
    expect(await ways('http://127.0.0.1:4199/', { allow })).toEqual(['127.0.0.1']);
    expect(await ways('http://127.0.0.1:4200/', { allow })).toBe(
      'Standby did not call 127.0.0.1:4200: it is a private address, and the settings do not list it among the outgoing calls.',
    );
    expect(await ways('http://[::1]:4100/', { allow })).toBeTypeOf('string');
    expect(await ways('http://[::ffff:127.0.0.1]:4100/', { allow })).toEqual(['127.0.0.1']);
  });

  test('in IPv6 with brackets', async () => {
    expect(await ways('http://[::1]:4101/', { allow: ['[::1]:4101'] })).toEqual(['::1']);
    expect(await ways('http://[fd00::7]:9/', { allow: ['fd00::/8'] })).toContain('Port 9 belongs');
    expect(await ways('http://[fd00::7]:900/', { allow: ['[fd00::/8]:900'] })).toEqual(['fd00::7']);
  });

  test('but never those where machines keep their secrets', async () => {
    const allow = ['10.0.0.0/8', '100.64.0.0/10', 'fc00::/7'];
    expect(await ways('http://10.9.8.7/', { allow })).toEqual(['10.9.8.7']);
    expect(await ways('http://100.100.100.200/', { allow })).toContain('never called');
    expect(await ways('http://[fd00:ec2::254]/', { allow })).toContain('never called');
    expect(await ways('http://169.254.169.254/', { allow })).toBe(
      'Standby did not call 169.254.169.254:80: link-local addresses are never called.',
    );
  });

  test('and of the addresses of a name, those alone', async () => {
    const lookup = async () => ['169.254.169.254', '::1', '10.0.0.5', '127.0.0.1'];
    expect(
      await ways('http://shop.example.org:4101/', { allow: ['10.0.0.5', '[::1]:4101'], lookup }),
    ).toEqual(['::1', '10.0.0.5']);
  });
});

test('what may stand in the list, and what is said of the rest', () => {
  const said = (entry: string) => allowedTargetSchema.safeParse(entry).error?.issues[0]?.message ?? 'taken';
  for (const entry of [
    '10.0.0.0/8',
    '127.0.0.1:4101',
    '127.0.0.0/8:4100-4199',
    '::1',
    '[::1]:80',
    'fd00::/8',
    '[fd00::1]',
  ])
    expect([entry, said(entry)]).toEqual([entry, 'taken']);
  expect(said('169.254.0.0/16')).toBe(
    'Link-local addresses are never called: machines keep their secrets there.',
  );
  expect(said('8.8.8.8')).toBe('This network is public, and public addresses need no entry.');
  expect(said('0.0.0.0/0')).toContain('Name a private network');
  expect(said('10.0.0.0/4')).not.toBe('taken');
  expect(said('10.0.0.0/33')).toBe('A network ends with a number from 0 to 32, as in 10.0.0.0/8.');
  expect(said('10.0.0.1:70000')).toBe('A port is 1 to 65535, and a range begins with the smaller one.');
  expect(said('10.0.0.1:90-80')).toBe('A port is 1 to 65535, and a range begins with the smaller one.');
  for (const entry of [
    'shop.example.org',
    '0x7f.0.0.1',
    '127.1',
    '10.0.0.0/8/8',
    '',
    '10.0.0.1:',
    '[::1',
    'http://10.0.0.1',
  ])
    expect([entry, said(entry)]).toEqual([
      entry,
      'Enter an address or a network, with a port if you like, as in 10.0.0.0/8 or 127.0.0.1:4101.',
    ]);
  expect(() => outgoingGuard(['everything'])).toThrow('everything: Enter an address');
});

test('a host is read as what it means, or not at all', () => {
  expect(['Shop.Example.ORG.', '::1', '[::1]', '0x7f.1', ' 10.0.0.1 '].map(readHost)).toEqual([
    'shop.example.org',
    '::1',
    '::1',
    '127.0.0.1',
    '10.0.0.1',
  ]);
  for (const text of ['a/b', 'a@b', 'a:80', '[::1]:80', 'a b', 'a?b', '', '..', 'a%2eb', 'http://a'])
    expect([text, readHost(text)]).toEqual([text, null]);
});
