import { describe, expect, test } from 'vitest';
import {
  declareBody,
  declaredVisibility,
  initialValues,
  missing,
  needsPreview,
  resultingStatus,
} from './declare-values';

const service = '01890000-0000-7000-8000-000000000001';
const report = {
  id: service,
  version: 3,
  ref: 'R-7K3M9Q',
  serviceId: service,
  title: 'It does not open',
  slow: true,
};
const shown = new Set([service]);

describe('what is declared', () => {
  test('begins with what the report says', () => {
    const values = initialValues(report, 'SEVERE');
    expect(values).toMatchObject({ title: 'It does not open', severity: 'SEVERE', slow: true });
    expect(resultingStatus(values, null)).toBe('DEGRADED');
    expect(resultingStatus({ ...values, slow: false }, null)).toBe('PARTIAL_OUTAGE');
    expect(resultingStatus(values, 'OPERATIONAL')).toBe('OPERATIONAL');
    expect(resultingStatus(initialValues(undefined, undefined), null)).toBeNull();
  });

  test('is public with a public service, unless it is kept internal', () => {
    const values = initialValues(report, 'CRITICAL');
    expect(declaredVisibility(values, shown)).toBe('PUBLIC');
    expect(declaredVisibility({ ...values, keepInternal: true }, shown)).toBe('INTERNAL');
    expect(declaredVisibility(values, new Set())).toBe('INTERNAL');
    expect(needsPreview('CRITICAL', 'PUBLIC')).toBe(true);
    expect(needsPreview('CRITICAL', 'INTERNAL')).toBe(false);
    expect(needsPreview('MODERATE', 'PUBLIC')).toBe(false);
  });

  test('names what is missing in the order of the form', () => {
    const fields = missing(initialValues(undefined, undefined), null).map(({ field }) => field);
    expect(fields).toEqual(['title', 'severity', 'services', 'next']);
    expect(missing(initialValues(report, 'CRITICAL'), { minutes: 30 })).toEqual([]);
  });

  test('becomes one command, with the first update to those who may read it', () => {
    const values = { ...initialValues(report, 'CRITICAL'), text: ' We are on it. ' };
    const common = {
      report,
      severity: 'CRITICAL',
      previousRef: undefined,
      next: { minutes: 30 },
      startedAt: null,
    } as const;
    expect(declareBody({ ...common, values, visibility: 'PUBLIC' })).toEqual({
      title: 'It does not open',
      severity: 'CRITICAL',
      slow: false,
      visibility: 'PUBLIC',
      services: [{ serviceId: service }],
      report: { id: service, version: 3 },
      next: { minutes: 30 },
      update: { audience: 'PUBLIC', text: 'We are on it.' },
    });
    expect(declareBody({ ...common, values, visibility: 'INTERNAL' })).toMatchObject({
      update: { audience: 'REPORTERS' },
    });
  });
});
