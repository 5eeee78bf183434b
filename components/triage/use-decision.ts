'use client';

import { useRef, useState } from 'react';
import { ApiProblem } from '@/components/api/call-api';
import { showToast } from '@/components/ui/show-toast';
import { type Severity, severityLabel } from '@/lib/severity/schema';
import type { TriageReport } from '@/lib/triage/queries/views';
import { askReporter, declineReport, joinReport } from './api';

export interface TriageState {
  severity: Severity;
  /** A reference of an open incident, or what else is done with the report. */
  place: string;
  reason: string;
  reasonMissing: boolean;
}

export interface TriageChoice {
  state: TriageState;
  set: (change: Partial<TriageState>) => void;
  /** What the main button says: it names the act. */
  words: string;
  act: () => Promise<void>;
  ask: () => void;
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
export function useDecision({ report, onDecided, onDeclare, onAsk }: Options) {
  const [state, setState] = useState<TriageState>({
    severity: report.suggestion.severity,
    place: report.candidates.find((incident) => incident.sameService)?.ref ?? 'new',
    reason: '',
    reasonMissing: false,
  });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  // One key for one decision: pressed twice, or sent again after a lost answer, it is the same act.
  const key = useRef(crypto.randomUUID());

  const run = async (done: string, act: () => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setRefusal(null);
    try {
      await act();
      showToast({ title: done });
      onDecided();
      return true;
    } catch (error) {
      setRefusal(error instanceof ApiProblem ? error.message : 'That did not work. Try again.');
      key.current = crypto.randomUUID();
      return false;
    } finally {
      setPending(false);
    }
  };

  const act = async (): Promise<void> => {
    const { place, severity, reason } = state;
    if (pending || report.decided) return;
    if (place === 'new') return onDeclare();
    if (place !== 'decline') {
      await run(`${report.ref} joined ${place}`, () => joinReport(report, place, severity, key.current));
      return;
    }
    if (reason.trim() === '') setState((before) => ({ ...before, reasonMissing: true }));
    else await run(`${report.ref} answered and closed`, () => declineReport(report, reason, key.current));
  };

  const choice: TriageChoice = {
    state,
    set: (change) => setState((before) => ({ ...before, ...change })),
    words: wordsOf(state),
    act,
    ask: onAsk,
  };
  const sendQuestion = (text: string) =>
    run(`${report.ref}: the reporter was asked`, () => askReporter(report, text, key.current));
  return { choice, refusal, pending, setRefusal, sendQuestion };
}
