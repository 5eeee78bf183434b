import { lifecycle } from '@/lib/platform/lifecycle';
import { type FixedAnswer, type ReportState, reportStateLabel } from './schema';

/**
 * A member may decide without the answer that a report waits for, otherwise a reporter who never answers would
 * keep it open. A reopened incident takes the reports back that were asked whether it works.
 */
export const reportLifecycle = lifecycle<ReportState>(
  { subject: 'The report', label: reportStateLabel },
  {
    NEW: ['WAITING_FOR_REPORTER', 'LINKED', 'DECLINED'],
    WAITING_FOR_REPORTER: ['NEW', 'LINKED', 'DECLINED'],
    LINKED: ['FIXED_ASKED'],
    DECLINED: [],
    FIXED_ASKED: ['CONFIRMED', 'STILL_BROKEN', 'LINKED'],
    CONFIRMED: [],
    STILL_BROKEN: ['LINKED'],
  },
);

/** Whether a person still has to decide where the report goes. */
export function awaitsTriage(state: ReportState): boolean {
  return state === 'NEW' || state === 'WAITING_FOR_REPORTER';
}

/** Where the answer to "Is it working for you now?" takes the report. "Partly" is not fixed. */
export function stateAfterAnswer(answer: FixedAnswer): ReportState {
  return answer === 'WORKS' ? 'CONFIRMED' : 'STILL_BROKEN';
}
