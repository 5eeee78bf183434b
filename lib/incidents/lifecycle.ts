import { lifecycle, type Verdict } from '@/lib/platform/lifecycle';
import type { Severity } from '@/lib/severity/schema';
import { type CauseKind, type IncidentStage, incidentStageLabel, incidentStages } from './schema';

/** Forward to any later state, back only from MONITORING and RESOLVED by reopening; nothing follows CLOSED. */
export const incidentLifecycle = lifecycle<IncidentStage>(
  { subject: 'The incident', label: incidentStageLabel },
  {
    TRIAGED: ['INVESTIGATING', 'ACTING', 'MONITORING', 'RESOLVED'],
    INVESTIGATING: ['ACTING', 'MONITORING', 'RESOLVED'],
    ACTING: ['MONITORING', 'RESOLVED', 'INVESTIGATING'],
    MONITORING: ['RESOLVED', 'INVESTIGATING', 'ACTING'],
    RESOLVED: ['CLOSED', 'INVESTIGATING', 'ACTING'],
    CLOSED: [],
  },
);

export type IncidentMove = 'advance' | 'skip' | 'reopen';

/** What kind of act a move is: the next state, further ahead (needs a reason), or back (a reopening). */
export function incidentMove(from: IncidentStage, to: IncidentStage): IncidentMove {
  const distance = incidentStages.indexOf(to) - incidentStages.indexOf(from);
  if (distance < 0) return 'reopen';
  return distance === 1 ? 'advance' : 'skip';
}

/** Forward by one stage, or further with a reason. Going back is `reopenIncident`. */
export function advanceIncident(from: IncidentStage, to: IncidentStage, reason?: string | null): Verdict {
  const verdict = incidentLifecycle.move(from, to);
  if (!verdict.ok) return verdict;
  const kind = incidentMove(from, to);
  if (kind === 'reopen') {
    return {
      ok: false,
      reason: `Going back from “${incidentStageLabel[from]}” to “${incidentStageLabel[to]}” is a reopening. Reopen the incident and say why.`,
    };
  }
  if (kind === 'skip' && !reason?.trim()) {
    return { ok: false, reason: 'A stage is skipped. Say why in a few words.' };
  }
  return { ok: true };
}

/** Back to INVESTIGATING or ACTING, always with a reason. After CLOSED a new, linked incident is declared. */
export function reopenIncident(from: IncidentStage, to: IncidentStage, reason?: string | null): Verdict {
  if (from === 'CLOSED') {
    return { ok: false, reason: 'The incident is closed. Declare a new one and link it to this one.' };
  }
  const verdict = incidentLifecycle.move(from, to);
  if (!verdict.ok) return verdict;
  if (incidentMove(from, to) !== 'reopen') {
    return {
      ok: false,
      reason: `From “${incidentStageLabel[from]}” this is a step forward, not a reopening.`,
    };
  }
  if (!reason?.trim()) return { ok: false, reason: 'Say why the incident is reopened.' };
  return { ok: true };
}

export interface Closing {
  readonly severity: Severity;
  readonly cause?: CauseKind | null;
  /** Why nobody looked, with NOT_LOOKED_AT. */
  readonly causeReason?: string | null;
}

/** The paper wants Moderate and Trivial ones looked into, so closing them asks for the underlying cause. */
export function closeIncident(from: IncidentStage, closing: Closing): Verdict {
  const verdict = incidentLifecycle.move(from, 'CLOSED');
  if (!verdict.ok) return verdict;
  const { severity, cause, causeReason } = closing;
  const asksCause = severity === 'MODERATE' || severity === 'TRIVIAL';
  if (asksCause && !cause) {
    return { ok: false, reason: 'Say what is known of the underlying cause before closing.' };
  }
  if (cause === 'NOT_LOOKED_AT' && !causeReason?.trim()) {
    return { ok: false, reason: 'Say why the cause was not looked at.' };
  }
  return { ok: true };
}

/** Whether the incident still keeps its services off their normal status and its clocks running. */
export function isOpenIncident(state: IncidentStage): boolean {
  return state !== 'RESOLVED' && state !== 'CLOSED';
}

/** The stages of an open incident, for queries: an index serves a list of values, and not their opposite. */
export const openStages: readonly IncidentStage[] = incidentStages.filter(isOpenIncident);
