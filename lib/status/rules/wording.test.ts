import { describe, expect, test } from 'vitest';
import type { ServiceStatus } from '@/lib/services/schema';
import type { PublicStage } from '@/lib/updates/rules/public-stage';
import type { PublicIncident, PublicService } from './public-view';
import { headline, statuspageStatus } from './wording';

const asOf = '2026-06-09T13:18:00.000Z';

function service(name: string, status: ServiceStatus): PublicService {
  const facts = { id: name, slug: name, name, status, group: null, since: null, reason: null };
  return { ...facts, uptime90: 100, days: [], createdAt: asOf, updatedAt: asOf };
}

function incident(stage: PublicStage, services: PublicService[], severity: PublicIncident['severity']) {
  const times = { startedAt: asOf, updatedAt: asOf, resolvedAt: null, nextUpdateAt: null, promisedAt: null };
  return { ref: 'INC-1', title: 'Trouble', severity, stage, services, updates: [], reportCount: 0, ...times };
}

function view(services: PublicService[], incidents: PublicIncident[] = []): Parameters<typeof headline>[0] {
  return { services, incidents };
}

const marks = (...list: ServiceStatus[]) =>
  statuspageStatus({ services: list.map((status) => ({ status })), incidents: [] });

test('the headline of many names a few and says how many others there are', () => {
  const many = (status: ServiceStatus, count: number, from: string) =>
    Array.from({ length: count }, (_, place) => service(`${from}${place}`, status));
  const services = [
    ...many('MAJOR_OUTAGE', 36, 'Shop '),
    ...many('DEGRADED', 5, 'Till '),
    service('Mail', 'OPERATIONAL'),
  ];
  expect(headline(view(services))).toMatchObject({
    sentence: 'Shop 0, Shop 1, Shop 2 and 33 others are not available.',
    detail: expect.stringMatching(/^Till 0, Till 1, Till 2 and 2 others are slow/),
  });
  expect(
    headline(view(many('MAJOR_OUTAGE', 4, 'Shop ').concat(service('Mail', 'OPERATIONAL')))).sentence,
  ).toBe('Shop 0, Shop 1, Shop 2 and Shop 3 are not available.');
});

describe('Statuspage’s words', () => {
  test('for the whole page', () => {
    expect(marks('MAJOR_OUTAGE', 'MAJOR_OUTAGE')).toEqual({
      indicator: 'critical',
      description: 'Major System Outage',
    });
    expect(marks('MAJOR_OUTAGE', 'OPERATIONAL')).toEqual({
      indicator: 'major',
      description: 'Partial System Outage',
    });
    expect(marks('PARTIAL_OUTAGE', 'PARTIAL_OUTAGE')).toEqual({
      indicator: 'minor',
      description: 'Minor Service Outage',
    });
    expect(marks('DEGRADED', 'OPERATIONAL')).toEqual({
      indicator: 'minor',
      description: 'Partially Degraded Service',
    });
    for (const none of [marks(), marks('OPERATIONAL')]) {
      expect(none).toEqual({ indicator: 'none', description: 'All Systems Operational' });
    }
  });
});

describe('the sentence', () => {
  test('when all is well, or nothing is listed', () => {
    expect(headline(view([service('Search', 'OPERATIONAL')]))).toEqual({
      status: 'OPERATIONAL',
      sentence: 'Everything is working normally.',
      detail: null,
    });
    expect(headline(view([])).sentence).toBe('No services are listed yet.');
  });

  test('a matter that stops nobody does not change it', () => {
    const search = service('Search', 'OPERATIONAL');
    const small = [incident('INVESTIGATING', [search], 'TRIVIAL'), incident('RESOLVED', [search], 'TRIVIAL')];
    expect(headline(view([search], small))).toEqual({
      status: 'OPERATIONAL',
      sentence: 'Everything is working normally.',
      detail: 'We are looking into one small matter.',
    });
  });

  test('never says that all is well beside an open incident that users may feel', () => {
    const search = service('Search', 'OPERATIONAL');
    for (const affected of [[], [search]]) {
      for (const severity of ['CRITICAL', 'SEVERE', 'MODERATE'] as const) {
        const beside = view([search], [incident('INVESTIGATING', affected, severity)]);
        expect(headline(beside)).toEqual({
          status: 'DEGRADED',
          sentence: 'There is an open incident. We are looking for the cause.',
          detail: 'No service is marked as affected at the moment.',
        });
        expect(statuspageStatus(beside).indicator).toBe('minor');
      }
    }
    const two = [incident('INVESTIGATING', [], 'CRITICAL'), incident('MONITORING', [search], 'SEVERE')];
    expect(headline(view([search], two)).sentence).toBe('There are 2 open incidents.');
    const records = service('Case Records', 'MAJOR_OUTAGE');
    const both = [incident('IDENTIFIED', [records], 'CRITICAL'), incident('IDENTIFIED', [], 'CRITICAL')];
    expect(headline(view([records, search], both)).detail).toBe('There is another open incident.');
  });

  test('says the worst first, how far we are, then the others and the rest', () => {
    const records = service('Case Records', 'MAJOR_OUTAGE');
    const services = [
      service('Search', 'DEGRADED'),
      service('File Store', 'PARTIAL_OUTAGE'),
      records,
      service('Email', 'OPERATIONAL'),
    ];
    expect(headline(view(services, [incident('IDENTIFIED', [records], 'CRITICAL')]))).toEqual({
      status: 'MAJOR_OUTAGE',
      sentence: 'Case Records is not available. We know the cause and are fixing it.',
      detail:
        'Parts of File Store are not available. Search is slow, or parts of it misbehave. Everything else is working normally.',
    });
  });

  test('names several, and all of them at once', () => {
    const both = [service('Payments', 'MAJOR_OUTAGE'), service('Search', 'MAJOR_OUTAGE')];
    expect(headline(view([...both, service('Email', 'OPERATIONAL')])).sentence).toBe(
      'Payments and Search are not available.',
    );
    expect(headline(view(both))).toEqual({
      status: 'MAJOR_OUTAGE',
      sentence: 'None of our services is available.',
      detail: null,
    });
  });
});
