import { describe, expect, it } from 'vitest';
import type { IncidentStage } from '@/lib/incidents/schema';
import type { Role } from '@/lib/members/schema';
import { incidentRights } from './incident-rights';
import { incidentVerbs } from './incident-verbs';

const promise = { madeAt: '2026-06-09T13:00:00Z', dueAt: '2026-06-09T13:30:00Z', zone: 'UTC', missed: false };

function kinds(stage: IncidentStage, role: Role): string[] {
  const memberId = '01890000-0000-7000-8000-000000000001';
  const rights = incidentRights({ kind: 'member', memberId, role, sessionId: memberId });
  return incidentVerbs({ stage, visibility: 'PUBLIC', promise }, rights).map((verb) => verb.kind);
}

describe('the verbs of an incident', () => {
  it('lead to the end and no further', () => {
    expect(kinds('ACTING', 'RESPONDER')).toEqual([
      'resolve',
      'allocate',
      'write',
      'advance',
      'reopen',
      'regrade',
      'promise',
      'note',
      'addService',
      'visibility',
    ]);
    expect(kinds('MONITORING', 'RESPONDER')).not.toContain('advance');
    expect(kinds('RESOLVED', 'RESPONDER')).toEqual(['allocate', 'reopen', 'close', 'note', 'visibility']);
    expect(kinds('CLOSED', 'RESPONDER')).toEqual(['note', 'visibility']);
  });

  it('leave a developer the note, and an admin what a manager may', () => {
    expect(kinds('ACTING', 'DEVELOPER')).toEqual(['note']);
    expect(kinds('ACTING', 'ADMIN')).toEqual(kinds('ACTING', 'MANAGER'));
  });

  it('have a key of their own each', () => {
    const memberId = '01890000-0000-7000-8000-000000000001';
    const rights = incidentRights({ kind: 'member', memberId, role: 'MANAGER', sessionId: memberId });
    const keys = incidentVerbs({ stage: 'ACTING', visibility: 'PUBLIC', promise }, rights).map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
