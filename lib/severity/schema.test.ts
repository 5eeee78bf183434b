import { expect, test } from 'vitest';
import {
  compareSeverity,
  defaultStatus,
  isUrgent,
  severities,
  severityLabel,
  severityMeaning,
  statuspageImpact,
  worstSeverity,
} from './schema';

test('each severity has its word, its meaning and its Statuspage impact', () => {
  expect(severities.map((severity) => severityLabel[severity])).toEqual([
    'Critical',
    'Severe',
    'Moderate',
    'Trivial',
  ]);
  expect(severities.map((severity) => statuspageImpact[severity])).toEqual([
    'critical',
    'major',
    'minor',
    'none',
  ]);
  expect(severityMeaning.CRITICAL).toBe('The service is not available.');
});

test('sorts worst first', () => {
  expect([...severities].reverse().sort(compareSeverity)).toEqual(severities);
  expect(worstSeverity(['TRIVIAL', 'SEVERE', 'MODERATE'])).toBe('SEVERE');
  expect(worstSeverity([])).toBeNull();
  expect(severities.filter(isUrgent)).toEqual(['CRITICAL', 'SEVERE']);
});

test('the status a service takes', () => {
  expect(severities.map((severity) => defaultStatus(severity))).toEqual([
    'MAJOR_OUTAGE',
    'PARTIAL_OUTAGE',
    'DEGRADED',
    'OPERATIONAL',
  ]);
  expect(defaultStatus('SEVERE', { slow: true })).toBe('DEGRADED');
  expect(defaultStatus('CRITICAL', { slow: true })).toBe('MAJOR_OUTAGE');
});
