'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { type Severity, severityLabel } from '@/lib/severity/schema';
import type { TriageReport } from '@/lib/triage/queries/views';

interface TriageState {
  severity: Severity;
  /** A reference of an open incident, or what else is done with the report. */
  place: string;
  reason: string;
}

export interface TriageChoice {
  state: TriageState;
  choose: (change: Partial<Omit<TriageState, 'reason'>>) => void;
  /** The answer to the reporter; it stays on this device until it was sent or is forgotten. */
  write: (reason: string) => void;
  forget: () => void;
  /** What the main button says: it names the act. */
  words: string;
  act: () => void;
  ask: () => void;
  pending: boolean;
  /** Why the last act was refused, with what happened meanwhile. */
  refusal: string | undefined;
  reasonError: string | undefined;
}

interface Options {
  report: TriageReport;
  onDecided: () => void;
  onDeclare: () => void;
  onAsk: () => void;
}

function wordsOf({ place, severity }: TriageState): string {
  if (place === 'new') return `Declare as ${severityLabel[severity]}`;
  if (place === 'decline') return 'Answer and close';
  return `Join ${place} as ${severityLabel[severity]}`;
}

/** One report's decision, from the suggestion to the act. A refusal keeps everything that was chosen and typed. */
export function useDecision({ report, onDecided, onDeclare, onAsk }: Options): TriageChoice {
  const [chosen, choose] = useState({
    severity: report.suggestion.severity,
    place: report.candidates.find((incident) => incident.sameService)?.ref ?? 'new',
  });
  const draft = useDraft(`decide:${report.id}`, { reason: '' });
  const state: TriageState = { ...chosen, ...draft.values };
  const decide = useAct({
    touches: ['report', 'incident', 'home'],
    version: report.version,
    form: 'shown',
    draft,
    call: ({ place, severity, reason }: TriageState, { version, key }) => {
      const read = { ref: report.ref, version };
      return place === 'decline'
        ? api('POST /triage/reports/:ref/decline', { ...read, reason }, { key })
        : api('POST /triage/reports/:ref/link', { ...read, incidentRef: place, severity }, { key });
    },
    missing: ({ place, reason }) =>
      place === 'decline' && reason.trim() === ''
        ? [{ field: 'reason', message: 'Write the answer first: the reporter gets it.' }]
        : [],
    done: (_, { place }) =>
      place === 'decline' ? `${report.ref} answered and closed` : `${report.ref} joined ${place}`,
    onDone: onDecided,
  });
  return {
    state,
    choose: (change) => choose((before) => ({ ...before, ...change })),
    write: (reason) => draft.set({ reason }),
    forget: draft.clear,
    words: wordsOf(state),
    act: () => {
      if (report.decided) return;
      if (state.place === 'new') onDeclare();
      else void decide.run(state);
    },
    ask: onAsk,
    pending: decide.pending,
    refusal: decide.errors.find(({ field }) => field !== 'reason')?.message,
    reasonError: decide.errorOf('reason'),
  };
}
