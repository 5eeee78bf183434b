import type { IncidentStage } from '@/lib/incidents/schema';
import { t } from '@/lib/language/catalogue';
import type { ReportState } from '@/lib/reports/schema';
import type { TrackStep } from '@/lib/tracking/queries/views';

const order = ['RECEIVED', 'TRIAGED', 'INVESTIGATING', 'ACTING', 'MONITORING', 'RESOLVED'] as const;
type Step = (typeof order)[number];

interface Progress {
  receivedAt: string;
  readAt: string | null;
  /** Where the incident of the report is; none before triage. */
  stage: IncidentStage | null;
  /** When each of its stages was reached. */
  times: Partial<Record<IncidentStage, string | null>>;
}

function stepOf(stage: IncidentStage | null): Step | null {
  return stage === 'CLOSED' ? 'RESOLVED' : stage;
}

function timeOf(step: Step, { receivedAt, readAt, times }: Progress): string | null {
  if (step === 'RECEIVED') return receivedAt;
  if (step !== 'TRIAGED') return times[step] ?? null;
  // Whoever joins an open incident was read before writing: the time would lie before the sending.
  return readAt ?? (times.TRIAGED && times.TRIAGED > receivedAt ? times.TRIAGED : null);
}

/** The six steps of a report, as its reporter sees them. Without an incident, only the reading of it is ahead or done. */
export function trackSteps(progress: Progress): TrackStep[] {
  const reached = stepOf(progress.stage) ?? (progress.readAt ? 'TRIAGED' : 'RECEIVED');
  const here = order.indexOf(reached);
  return order.map((step, index) => ({
    step,
    // The last step is an end: reached, it is done.
    state:
      index < here || (index === here && step === 'RESOLVED') ? 'done' : index === here ? 'current' : 'ahead',
    at: index <= here ? timeOf(step, progress) : null,
  }));
}

/** What is true for the reporter now, as the heading of the page. */
export function trackSentence(state: ReportState, stage: IncidentStage | null, held: boolean): string {
  if (held) return t('track.sentence.held');
  if (state === 'LINKED' && stage) return t(`track.sentence.stage.${stage}`);
  return t(`track.sentence.${state}`);
}
