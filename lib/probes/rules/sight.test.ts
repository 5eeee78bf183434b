import { describe, expect, test } from 'vitest';
import type { Sense } from '@/lib/probes/schema';
import { type NetworkProbe, type ProbeInput, probeSchema } from './probe';
import { isUnanswered, type Seen, type Sight, sightAt, sightFrom, targetOf } from './sight';

const unseen = { answered: false, silent: false, unnamed: false };
const signs = { '+': { ...unseen, answered: true }, '-': { ...unseen, silent: true } };
/** Targets from a to …: + answered, - silent, . not probed since. */
const targets = (states: string, own = false): Seen[] =>
  [...states].map((sign, at) => ({
    name: `host-${at}`,
    own,
    needs: [],
    ...(signs[sign as '+' | '-'] ?? unseen),
  }));

describe('whether Standby sees', () => {
  test.each<[string, Seen[], number, Sight]>([
    ['all of 12 are silent', targets('------------'), 30_000, 'BLIND'],
    ['2 of 12 are silent', targets('--++++++++++'), 30_000, 'SIGHTED'],
    ['11 of 12 are silent', targets('-----------+'), 30_000, 'SIGHTED'],
    ['the others were not probed yet', targets('--..........'), 1_000, 'UNSURE'],
    ['one that was not probed yet could still tell', targets('-----------.'), 30_000, 'UNSURE'],
    ['what is probed rarely is waited for only so long', targets('-----------.'), 120_000, 'BLIND'],
    ['too few were probed in all that time', targets('---.........'), 120_000, 'SIGHTED'],
    ['three targets may fail together', targets('---'), 30_000, 'SIGHTED'],
    ['four that fail together are too many', targets('----'), 30_000, 'BLIND'],
    [
      'many probes of one machine are one',
      [...targets('-'), ...targets('-'), ...targets('---')],
      30_000,
      'SIGHTED',
    ],
    ['one probe of a machine answers', [...targets('----'), ...targets('+')], 30_000, 'SIGHTED'],
    ['its own machine answers without a line', [...targets('----'), ...targets('+', true)], 30_000, 'BLIND'],
    ['there is nothing but its own machine', targets('---+', true), 30_000, 'SIGHTED'],
    ['all on its own machine is silent', targets('----', true), 30_000, 'BLIND'],
    ['there is nothing to look at', [], 0, 'SIGHTED'],
  ])('%s', (_, seen, waited, sight) => {
    expect(sightFrom(seen, waited)).toBe(sight);
  });
});

test('an answer is an answer, whatever it says', () => {
  for (const fault of ['STATUS', 'CONTENT', 'SLOW', 'LAG', 'TLS', 'TOO_LARGE', null] as const)
    expect([fault, isUnanswered(fault)]).toEqual([fault, false]);
  for (const fault of ['NAME', 'REFUSED', 'UNREACHABLE', 'TIMEOUT', 'CLOSED', 'LOSS'] as const)
    expect([fault, isUnanswered(fault)]).toEqual([fault, true]);
});

test('a target is a machine, and on our own a port', () => {
  const of = (probe: ProbeInput) => targetOf(probeSchema.parse(probe) as NetworkProbe);
  const http = (url: string) => of({ kind: 'HTTP', request: { url } });
  expect(http('https://Shop.example.org/a')).toMatchObject({ name: 'shop.example.org', own: false });
  expect(of({ kind: 'TCP', host: 'shop.example.org', port: 22 }).name).toBe('shop.example.org');
  expect(of({ kind: 'DNS', host: 'shop.example.org' }).name).toBe('shop.example.org');
  expect(http('http://127.0.0.1:4100/')).toEqual({
    name: '127.0.0.1:4100',
    own: true,
    needs: [],
  });
  expect(http('http://[::1]:4101/')).toMatchObject({ name: '::1:4101', own: true });
});

const page = (host: string, known: string | null = null) =>
  targetOf(probeSchema.parse({ kind: 'HTTP', request: { url: `http://${host}/` } }) as NetworkProbe, known);

test('what it takes to look at a target', () => {
  expect(page('shop.example.org').needs).toEqual(['NAMES']);
  expect(page('shop.example.org', '10.0.0.7').needs).toEqual(['NAMES']);
  expect(page('shop.example.org', '198.51.100.7').needs).toEqual(['NAMES']);
  expect(page('shop.example.org', '93.184.215.14').needs).toEqual(['NAMES', 'INTERNET']);
  expect(page('[2a00:1450::5]').needs).toEqual(['IPV6', 'INTERNET']);
  expect(page('[fd00::5]').needs).toEqual(['IPV6']);
  expect(page('10.0.0.7').needs).toEqual([]);
});

describe('Standby may be blind in part', () => {
  const four = (hostOf: (at: number) => string, state: Partial<Seen>, known: string | null = null) =>
    Array.from({ length: 4 }, (_, at): Seen => ({ ...page(hostOf(at), known), ...unseen, ...state }));
  const names = (state: Partial<Seen>, known?: string) => four((at) => `host-${at}.example`, state, known);
  const lan = four((at) => `10.0.0.${at + 1}`, { answered: true });
  const silent = { silent: true };

  test.each<[string, Seen[], Sight, Sense]>([
    ['no name leads anywhere', [...names({ silent: true, unnamed: true }), ...lan], 'BLIND', 'NAMES'],
    ['what is known by name is silent, but found', [...names(silent), ...lan], 'SIGHTED', 'LINE'],
    ['nothing of IPv6 answers', [...four((at) => `[fd00::${at + 1}]`, silent), ...lan], 'BLIND', 'IPV6'],
    [
      'one of IPv6 answers',
      [...four((at) => `[fd00::${at + 1}]`, silent), { ...page('[fd00::9]'), ...unseen, answered: true }],
      'SIGHTED',
      'LINE',
    ],
    ['only its own network answers', [...names(silent, '93.184.215.14'), ...lan], 'BLIND', 'INTERNET'],
    [
      'another site is silent, and the rest answers',
      [...four((at) => `10.1.0.${at}`, silent), ...lan],
      'SIGHTED',
      'LINE',
    ],
  ])('%s', (_, seen, sight, sense) => {
    expect(sightAt(seen[0] as Seen, seen, 30_000)).toEqual({ sight, sense });
  });
});
