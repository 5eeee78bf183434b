import { describe, expect, test } from 'vitest';
import { type NetworkProbe, type ProbeInput, probeSchema } from '@/lib/probes/rules/probe';
import { isUnanswered, type Seen, type Sight, sightFrom, targetOf } from './sight';

const signs = { '+': { answered: true, silent: false }, '-': { answered: false, silent: true } };
/** Targets from a to …: + answered, - silent, . not probed since. */
const targets = (states: string, own = false): Seen[] =>
  [...states].map((sign, at) => ({
    name: `host-${at}`,
    own,
    ...(signs[sign as '+' | '-'] ?? { answered: false, silent: false }),
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
  expect(http('https://Shop.example.org/a')).toEqual({ name: 'shop.example.org', own: false });
  expect(of({ kind: 'TCP', host: 'shop.example.org', port: 22 }).name).toBe('shop.example.org');
  expect(of({ kind: 'DNS', host: 'shop.example.org' }).name).toBe('shop.example.org');
  expect(http('http://127.0.0.1:4100/')).toEqual({ name: '127.0.0.1:4100', own: true });
  expect(http('http://[::1]:4101/')).toEqual({ name: '::1:4101', own: true });
});
