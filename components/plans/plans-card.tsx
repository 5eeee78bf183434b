'use client';

import Link from 'next/link';
import { Card, CardHeader } from '@/components/ui/card';
import { capital } from '@/lib/language/words';
import { planKindWord } from '@/lib/plans/schema';
import { exactDuration } from '@/lib/platform/rules/duration';
import { planHref } from './plan-href';
import { axisMinutes, drillSummary, planLine, TestedPicture, type TimedPlan } from './tested-picture';

interface PlansCardProps {
  slug: string;
  plans: TimedPlan[];
  /** On the page of the plans themselves, which needs no way there. */
  whole?: boolean;
}

/** The recovery plans of a service and their tested times, on one axis. */
export function PlansCard({ slug, plans, whole = false }: PlansCardProps) {
  const minutes = axisMinutes(plans);
  const objective = plans[0]?.plan.service.rtoMinutes;
  return (
    <Card>
      <CardHeader
        title="Recovery plans and their tested times"
        meta={
          objective
            ? `dots are verified runs, the line is the objective of ${exactDuration(objective * 60)}`
            : undefined
        }
        actions={whole ? null : <Link href={`/services/${slug}/plans`}>All plans</Link>}
      />
      {plans.length === 0 ? (
        <p className="pad muted">
          No plan yet: nobody knows how long it would take to bring this service back.
        </p>
      ) : null}
      <ul>
        {plans.map(({ plan, estimate }) => (
          <li key={plan.id} className="plans-row">
            <div>
              <Link href={planHref(plan)}>{plan.name}</Link>
              <small>{planLine(plan, planKindWord[plan.kind])}</small>
            </div>
            <TestedPicture plan={plan} estimate={estimate} minutes={minutes} />
            <div className="plans-row-t">
              <b>{estimate ? capital(estimate.words) : 'Never drilled'}</b>
              <small>{drillSummary(estimate)}</small>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
