import { describe, expect, test } from 'vitest';
import { incidentStages } from '@/lib/incidents/schema';
import { reportStateSchema } from '@/lib/reports/schema';
import { trackSentence, trackSteps } from './progress';

const receivedAt = '2026-06-09T12:44:00.000Z';
const facts = { receivedAt, readAt: null, stage: null, times: {} };
const states = (given: Parameters<typeof trackSteps>[0]) => trackSteps(given).map((step) => step.state);

describe('the steps of a report', () => {
  test('begin with receiving it', () => {
    expect(states(facts)).toEqual(['current', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(trackSteps(facts)[0]?.at).toBe(receivedAt);
  });

  test('go on when a person has read it, also without an incident', () => {
    expect(states({ ...facts, readAt: '2026-06-09T12:46:00.000Z' })[1]).toBe('current');
  });

  test('follow the incident, and end when it is back to normal', () => {
    const times = { TRIAGED: '2026-06-09T12:46:00.000Z', ACTING: '2026-06-09T13:08:00.000Z' };
    const acting = trackSteps({ ...facts, stage: 'ACTING', times });
    expect(acting.map((step) => step.state)).toEqual(['done', 'done', 'done', 'current', 'ahead', 'ahead']);
    expect(acting[3]?.at).toBe(times.ACTING);
    for (const stage of ['RESOLVED', 'CLOSED'] as const) {
      expect(new Set(states({ ...facts, stage }))).toEqual(new Set(['done']));
    }
  });

  test('do not say that a report was read before it was sent', () => {
    const times = { TRIAGED: '2026-06-09T12:00:00.000Z' };
    expect(trackSteps({ ...facts, stage: 'INVESTIGATING', times })[1]).toMatchObject({
      state: 'done',
      at: null,
    });
  });
});

test('there is a sentence for every state and stage', () => {
  for (const state of reportStateSchema.options) {
    for (const stage of [null, ...incidentStages]) {
      for (const held of [true, false]) expect(trackSentence(state, stage, held)).toMatch(/^[A-Z].*[.?]$/);
    }
  }
});
