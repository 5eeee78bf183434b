import { expect, test } from 'vitest';
import type { EventName } from '@/lib/nouns';
import { reporterTopics, staffTopics } from './topics';

const incident = { kind: 'incident', id: 'i1' };

test('staff topics name the noun, and each subject once', () => {
  expect(
    staffTopics({ type: 'report.linked', data: {}, subjects: [{ kind: 'report', id: 'r1' }, incident] }),
  ).toEqual(['report', 'report:r1', 'incident', 'incident:i1']);
});

test('internal work on an incident is not to be heard by its reporters', () => {
  expect(reporterTopics({ type: 'incident.noted', data: {}, subjects: [incident] })).toEqual([]);
  expect(
    reporterTopics({ type: 'update.published', data: { audience: 'INTERNAL' }, subjects: [incident] }),
  ).toEqual([]);
  expect(
    reporterTopics({ type: 'update.published', data: { audience: 'REPORTERS' }, subjects: [incident] }),
  ).toEqual(['incident:i1']);
  for (const type of ['incident.resolved', 'incident.promiseMoved'] satisfies EventName[]) {
    expect(reporterTopics({ type, data: {}, subjects: [incident] })).toEqual(['incident:i1']);
  }
});
