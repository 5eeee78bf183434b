import { describe, expect, test } from 'vitest';
import { probeSchema } from '@/lib/probes/rules/probe';
import { type CheckedService, derivedChecks, frontOf } from './derive';
import { healthSays } from './health';

const shop: CheckedService = {
  id: 'shop',
  name: 'Shop',
  publicAddress: 'https://shop.example',
  rpoMinutes: 15,
  servers: [
    { id: '1', name: 'shop-1', role: 'PRIMARY', address: 'http://10.0.0.1:80' },
    { id: '2', name: 'shop-2', role: 'SECONDARY', address: 'http://10.0.0.2:80/state' },
    { id: '3', name: 'front', role: 'CLUSTER_MEMBER', address: 'shop.example:443' },
    { id: '4', name: 'store', role: 'BACKUP', address: 'http://10.0.0.4' },
    { id: '5', name: 'db', role: 'CLUSTER_MEMBER', address: '10.0.0.5:5432' },
    { id: '6', name: 'old', role: 'CLUSTER_MEMBER', address: 'rack 3' },
  ],
  datasets: [{ id: '01980000-0000-7000-8000-0000000000d1', name: 'shop-data' }],
  suites: [{ id: '01980000-0000-7000-8000-0000000000f1', name: 'Main' }],
  dependsOn: [
    { id: 'sign-in', name: 'Sign-in', publicAddress: 'id.example/health' },
    { id: 'post', name: 'Post', publicAddress: null },
  ],
};

test('the catalogue says what Standby looks at', () => {
  const checks = derivedChecks(shop);
  expect(checks.map(({ area, name, probe }) => `${area} ${probe.kind} ${name}`)).toEqual([
    'NETWORKING DNS The name shop.example resolves',
    'NETWORKING TCP Shop can be reached at shop.example:443',
    'NETWORKING TLS The certificate of shop.example is valid',
    'NETWORKING LATENCY Latency and loss on the way to Shop',
    'SERVICES HTTP Shop answers',
    'SERVICES KNOWN_GOOD Shop gives its known-good answers',
    'SERVICES HTTP Sign-in, which Shop depends on, answers',
    'INFRASTRUCTURE TCP shop-1 answers on its port',
    'INFRASTRUCTURE HTTP shop-1 is healthy',
    'INFRASTRUCTURE TCP shop-2 answers on its port',
    'INFRASTRUCTURE HTTP shop-2 is healthy',
    'INFRASTRUCTURE REPLICATION_LAG shop-2 is in step with the primary',
    'SERVICES KNOWN_GOOD shop-2 gives the known-good answers of Shop',
    'INFRASTRUCTURE TCP front answers on its port',
    'INFRASTRUCTURE TCP store answers on its port',
    'INFRASTRUCTURE TCP db answers on its port',
    'INFRASTRUCTURE BACKUP_AGE The newest backup of shop-data is young enough',
  ]);
  for (const { probe } of checks) expect(probeSchema.safeParse(probe).success).toBe(true);
  expect(frontOf(shop)?.name).toBe('front');
  const asked = checks.flatMap(({ probe }) => (probe.kind === 'HTTP' ? [probe.request.url] : []));
  expect(asked).toEqual([
    'https://shop.example/',
    'https://id.example/health',
    'http://10.0.0.1/health',
    'http://10.0.0.2/state',
  ]);
});

test('a service of which nothing is known has no automated checks', () => {
  const bare = { ...shop, publicAddress: null, servers: [], datasets: [], suites: [], dependsOn: [] };
  expect(derivedChecks(bare)).toEqual([]);
});

describe('what a server says of itself', () => {
  test.each([
    ['{"status":"ok","disk":{"freePercent":42}}', null],
    ['{"status":"disk full","disk":{"freePercent":0}}', 'DISK'],
    ['{"status":"ok","disk":{"freePercent":4}}', 'DISK'],
    ['{"status":"DOWN"}', 'CONTENT'],
    ['not json', null],
    ['[1]', null],
    ['{"status":"ok","disk":{"freePercent":"none"}}', null],
  ])('%s', (body, fault) => {
    expect(healthSays('shop-1', body)?.fault ?? null).toBe(fault);
  });
});
