'use client';

import { useState } from 'react';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { capital, counted } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { byMeasuredTime, claimRange, optionSentence } from './plan-words';
import { kindName } from './run-words';
import { StartLiveDialog } from './start-live-dialog';

interface PlanOptionsProps {
  plans: readonly RecoveryPlanRow[];
  incident: string;
  onStarted: (ref: string) => void;
}

/** The plans of the affected services with their tested times, and the way to start one. */
export function PlanOptions({ plans, incident, onStarted }: PlanOptionsProps) {
  const canStart = useMemberActs().includes('run.start');
  const [chosen, setChosen] = useState<RecoveryPlanRow | null>(null);
  const ready = byMeasuredTime(plans.filter(({ published }) => published !== null));
  if (ready.length === 0) {
    return (
      <EmptyState
        icon="swap"
        title="No plan can be run yet"
        action={<LinkButton href="/recovery/drills">Look at the plans</LinkButton>}
      >
        The affected services have no published recovery plan. Repair them, or publish a plan first.
      </EmptyState>
    );
  }
  return (
    <>
      <Card as="section" aria-labelledby="run-options">
        <CardHeader id="run-options" title="Recover by a plan" meta={<Help plans={ready} />} />
        <ul className="run-options">
          {ready.map((plan) => (
            <Option key={plan.id} plan={plan} onStart={canStart ? () => setChosen(plan) : undefined} />
          ))}
        </ul>
      </Card>
      {chosen ? (
        <StartLiveDialog
          plans={[chosen]}
          incident={incident}
          onStarted={onStarted}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}

/** A repair is never measured beforehand, and the other kinds of plan need a primary that works. */
function Help({ plans }: { plans: RecoveryPlanRow[] }) {
  const ways = plans.filter(({ kind }) => kind === 'FAILOVER' || kind === 'REBUILD');
  const measured = ways.filter(({ estimate }) => estimate.basis !== 'NEVER');
  const best = measured[0];
  return (
    <span className="meta">
      {best
        ? `From measured times, ${kindName[best.kind].toLowerCase()} is ready first. A repair has no measured time.`
        : 'No plan has a measured time, and neither has a repair.'}
    </span>
  );
}

function Option({ plan, onStart }: { plan: RecoveryPlanRow; onStart: (() => void) | undefined }) {
  const { kind, name, service, estimate, steps, phases, running } = plan;
  const range = claimRange(estimate);
  return (
    <li aria-label={`${kindName[kind]}: ${name}`}>
      <div>
        <h3>
          {kindName[kind]}: {name}
        </h3>
        <p className="sm muted">
          {service.name}, {counted(steps, 'step')} in {counted(phases.length, 'phase')}
          {service.rtoMinutes === null ? '' : `, RTO ${exactDuration(service.rtoMinutes * 60)}`}
        </p>
        <p className="sm">{optionSentence(plan)}</p>
      </div>
      <div className="run-option-time">
        <b>{range ?? 'Not known'}</b>
        <small>{capital(estimate.words)}</small>
      </div>
      {onStart ? (
        <Button variant="primary" icon="play" onClick={onStart} disabled={running.some(isLive)}>
          Start {kindName[kind].toLowerCase()}
        </Button>
      ) : null}
    </li>
  );
}

const isLive = ({ mode }: RecoveryPlanRow['running'][number]): boolean => mode === 'LIVE';
