import { describe, expect, test } from 'vitest';
import { type IncidentAct, incidentActStages, incidentActs } from '@/lib/incidents/policy';
import type { IncidentStage } from '@/lib/incidents/schema';
import { incidentButtons } from './incident-buttons';

const promise = { madeAt: '2026-06-09T13:00:00Z', dueAt: '2026-06-09T13:30:00Z', zone: 'UTC', missed: false };

function shown(stage: IncidentStage, some: readonly IncidentAct[] = incidentActs) {
  const acts = some.filter((act) => incidentActStages[act].some((open) => open === stage));
  const anywhere = some === incidentActs ? (['allocation.request'] as const) : [];
  return incidentButtons({ stage, visibility: 'PUBLIC', promise, acts }, anywhere);
}
const acts = (...args: Parameters<typeof shown>) => shown(...args).map(({ act }) => act);

describe('the buttons of an incident', () => {
  test('lead to the end and no further', () => {
    expect(acts('ACTING')).toEqual([
      'incident.resolve',
      'allocation.request',
      'update.publish',
      'incident.advance',
      'incident.reopen',
      'incident.regrade',
      'incident.movePromise',
      'incident.addNote',
      'incident.addService',
      'incident.setVisibility',
    ]);
    expect(acts('MONITORING')).not.toContain('incident.advance');
    expect(acts('RESOLVED')).toEqual([
      'allocation.request',
      'incident.reopen',
      'incident.close',
      'incident.addNote',
      'incident.setVisibility',
    ]);
    expect(acts('CLOSED')).toEqual(['incident.addNote', 'incident.setVisibility']);
  });

  test('are those of the acts that the view names', () => {
    expect(acts('ACTING', ['incident.addNote'])).toEqual(['incident.addNote']);
  });

  test('have a key of their own each', () => {
    const keys = shown('ACTING').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
