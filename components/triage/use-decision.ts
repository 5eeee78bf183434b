'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
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
  set: (change: Partial<TriageState>) => void;
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
  const [state, setState] = useState<TriageState>({
    severity: report.suggestion.severity,
    place: report.candidates.find((incident) => incident.sameService)?.ref ?? 'new',
    reason: '',
  });
  const decide = useAct({
    touches: ['report', 'incident', 'home'],
    version: report.version,
    form: 'shown',
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
    set: (change) => setState((before) => ({ ...before, ...change })),
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
