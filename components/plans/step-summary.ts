import type { IconName } from '@/components/ui/icon-paths';
import type { PlanChoices } from '@/lib/plans/queries/views';
import type { StepKind } from '@/lib/plans/rules/content';
import type { DraftStep } from '@/lib/plans/rules/draft';
import { exactDuration } from '@/lib/platform/rules/duration';
import { valueAt } from './value-path';

export const stepIcon: Record<StepKind, IconName> = {
  MANUAL: 'note',
  AUTOMATED: 'bolt',
  CHECK: 'pulse',
  VERIFICATION: 'target',
  APPROVAL: 'user',
  ANNOUNCEMENT: 'chat',
  WAIT: 'clock',
};

const audienceWords: Record<string, string> = {
  PUBLIC: 'Everyone',
  REPORTERS: 'Reporters',
  INTERNAL: 'Team only',
};

function probeWords(probe: unknown): string {
  const kind = valueAt(probe, 'kind');
  const text = (path: string) => String(valueAt(probe, path) ?? '');
  if (kind === 'HTTP') return `${text('request.method')} ${text('request.url')}`;
  if (kind === 'REPLICATION_LAG')
    return `Lag under ${exactDuration(Number(text('maxSeconds')))}, ${text('request.url')}`;
  if (kind === 'BACKUP_AGE') return 'Age of the newest backup';
  return [text('kind'), text('host'), text('port')].filter(Boolean).join(' ');
}

/** What stands under the name of a step, in one line. */
export function stepSummary(step: DraftStep, choices: PlanChoices): string {
  const text = (path: string) => String(valueAt(step, path) ?? '').trim();
  switch (step.kind) {
    case 'MANUAL':
      return text('instruction') || 'No instruction yet';
    case 'AUTOMATED': {
      const action = text('action') ? `Action “${text('action')}”` : 'No action yet';
      return text('answer') === 'CALL_BACK' ? `${action}, waits for its call-back` : action;
    }
    case 'CHECK':
      return probeWords(step.probe);
    case 'VERIFICATION': {
      const suite = choices.suites.find((choice) => choice.id === step.suiteId);
      return suite ? `Suite ${suite.name}, against ${text('address') || 'no address yet'}` : 'No suite yet';
    }
    case 'APPROVAL':
      return text('question') || 'No question yet';
    case 'ANNOUNCEMENT':
      return `${audienceWords[text('audience')] ?? 'Nobody'}: ${text('text') || 'no text yet'}`;
    case 'WAIT':
      return text('seconds') ? exactDuration(Number(text('seconds'))) : 'No length yet';
  }
}
