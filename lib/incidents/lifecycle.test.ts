import { describe, expect, test } from 'vitest';
import { severities } from '@/lib/severity/schema';
import {
  advanceIncident,
  closeIncident,
  incidentLifecycle,
  incidentMove,
  isOpenIncident,
  reopenIncident,
} from './lifecycle';
import { type IncidentStage, incidentStages } from './schema';

const pairs = incidentStages.flatMap((from) => incidentStages.map((to) => [from, to] as const));
const grid = (answer: (from: IncidentStage, to: IncidentStage) => boolean) =>
  incidentStages.map((from) => incidentStages.map((to) => (answer(from, to) ? 'x' : '.')).join(' '));

describe('incident stages', () => {
  test('forward without a reason: one stage only', () => {
    expect(grid((from, to) => advanceIncident(from, to).ok)).toEqual([
      '. x . . . .',
      '. . x . . .',
      '. . . x . .',
      '. . . . x .',
      '. . . . . x',
      '. . . . . .',
    ]);
  });

  test('forward with a reason: stages may be skipped, but closing comes after resolving', () => {
    expect(grid((from, to) => advanceIncident(from, to, 'It came back by itself').ok)).toEqual([
      '. x x x x .',
      '. . x x x .',
      '. . . x x .',
      '. . . . x .',
      '. . . . . x',
      '. . . . . .',
    ]);
    expect(advanceIncident('TRIAGED', 'ACTING', '  ')).toEqual({
      ok: false,
      reason: 'A stage is skipped. Say why in a few words.',
    });
  });

  test('back is a reopening with a reason, never from CLOSED', () => {
    expect(grid((from, to) => reopenIncident(from, to, 'Two reporters still see it').ok)).toEqual([
      '. . . . . .',
      '. . . . . .',
      '. x . . . .',
      '. x x . . .',
      '. x x . . .',
      '. . . . . .',
    ]);
    expect(pairs.some(([from, to]) => reopenIncident(from, to, ' ').ok)).toBe(false);
    expect(reopenIncident('CLOSED', 'ACTING', 'It is back')).toEqual({
      ok: false,
      reason: 'The incident is closed. Declare a new one and link it to this one.',
    });
    expect(advanceIncident('MONITORING', 'ACTING', 'It is back')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('is a reopening'),
    });
  });

  test('every allowed move is exactly one kind of act', () => {
    for (const [from, to] of pairs) {
      if (!incidentLifecycle.canMove(from, to)) continue;
      const forward = advanceIncident(from, to, 'reason').ok;
      expect([from, to, forward]).not.toEqual([from, to, reopenIncident(from, to, 'reason').ok]);
      expect(incidentMove(from, to) === 'reopen').toBe(!forward);
    }
  });
});

describe('closing', () => {
  test('only a resolved incident', () => {
    const closable = incidentStages.filter((state) => closeIncident(state, { severity: 'CRITICAL' }).ok);
    expect(closable).toEqual(['RESOLVED']);
  });

  test('Moderate and Trivial ask for the underlying cause', () => {
    const without = severities.filter((severity) => closeIncident('RESOLVED', { severity }).ok);
    expect(without).toEqual(['CRITICAL', 'SEVERE']);
    for (const severity of severities) {
      expect(closeIncident('RESOLVED', { severity, cause: 'NONE_FOUND' }).ok).toBe(true);
      expect(closeIncident('RESOLVED', { severity, cause: 'NOT_LOOKED_AT', causeReason: ' ' }).ok).toBe(
        false,
      );
      const said = { severity, cause: 'NOT_LOOKED_AT', causeReason: 'The old system is gone' } as const;
      expect(closeIncident('RESOLVED', said).ok).toBe(true);
    }
  });

  test('which ones are open', () => {
    expect(incidentStages.filter(isOpenIncident)).toEqual([
      'TRIAGED',
      'INVESTIGATING',
      'ACTING',
      'MONITORING',
    ]);
  });
});
