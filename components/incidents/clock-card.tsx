'use client';

import { Card, CardHeader } from '@/components/ui/card';
import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import { clockKindLabel } from '@/lib/clocks/schema';
import type { ClockView } from '@/lib/incidents/queries/views';
import { targetWords } from '@/lib/settings/rules/targets';
import { severityLabel } from '@/lib/severity/schema';
import { useIncident } from './incident-context';

const states: Record<ClockView['state'], { kind: OutcomeKind; words: string }> = {
  RUNNING: { kind: 'active', words: 'Running' },
  AT_RISK: { kind: 'unclear', words: 'At risk' },
  LATE: { kind: 'bad', words: 'Late' },
  MET: { kind: 'ok', words: 'Met' },
  MISSED: { kind: 'bad', words: 'Missed' },
  NONE: { kind: 'skipped', words: 'Not running' },
};

/** The newest of each kind: earlier rounds of updates are on the timeline. */
function newest(clocks: readonly ClockView[]): ClockView[] {
  return [...new Map(clocks.map((clock) => [clock.kind, clock])).values()];
}

export function ClockCard() {
  const { incident, settings } = useIncident();
  const clocks = newest(incident.clocks);
  if (clocks.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Clocks" level={3} meta={severityLabel[incident.severity]} />
      <ul>
        {clocks.map((clock) => (
          <li key={clock.id}>
            <span className="t">
              <b>{clockKindLabel[clock.kind]}</b>
              <small>
                {clock.dueAt ? (
                  <>
                    {clock.stoppedAt ? 'was due ' : 'due '}
                    <Time at={clock.dueAt} show="auto" />
                  </>
                ) : (
                  targetWords(settings.targets[clock.severity].restore)
                )}
              </small>
            </span>
            <span className="inc-end">
              <Outcome kind={states[clock.state].kind}>{states[clock.state].words}</Outcome>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
