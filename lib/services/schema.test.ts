import { expect, test } from 'vitest';
import { defaultStatus, severities } from '@/lib/severity/schema';
import {
  type ServiceStatus,
  serviceStatuses,
  serviceStatusPublicLabel,
  statuspageComponentStatus,
  tierLabel,
  tierSchema,
  tiers,
  worstStatus,
} from './schema';

test('the worst open status wins', () => {
  expect(worstStatus([])).toBe('OPERATIONAL');
  expect(worstStatus(['DEGRADED', 'MAJOR_OUTAGE', 'PARTIAL_OUTAGE'])).toBe('MAJOR_OUTAGE');
});

test('what an incident does to a service is one of its statuses', () => {
  const given: ServiceStatus[] = severities.map((severity) => defaultStatus(severity));
  for (const status of given) expect(serviceStatuses).toContain(status);
});

test('users read plain words, Statuspage clients its own', () => {
  expect(serviceStatuses.map((status) => serviceStatusPublicLabel[status])).toEqual([
    'Working normally',
    'Slow, or parts misbehave',
    'Parts are not available',
    'Not available',
  ]);
  expect(serviceStatuses.map((status) => statuspageComponentStatus[status])).toEqual([
    'operational',
    'degraded_performance',
    'partial_outage',
    'major_outage',
  ]);
});

test('tiers are the numbers 1 to 4', () => {
  for (const tier of tiers) expect(tierSchema.parse(tier)).toBe(tier);
  expect(tierSchema.safeParse(5).success).toBe(false);
  expect(Object.keys(tierLabel)).toHaveLength(tiers.length);
});
