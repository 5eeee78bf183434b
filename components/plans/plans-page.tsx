'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { StartDrill } from '@/components/runs/start-drill';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { PageHeader } from '@/components/ui/page-header';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { PlanRow } from '@/lib/plans/queries/views';
import { type PlanKind, planKindLabel } from '@/lib/plans/schema';
import { to } from '@/lib/platform/rules/to';
import type { RecoveryPlanRow } from '@/lib/runs/plan-view-schema';
import { createPlan } from './api';
import { planHref } from './plan-href';
import { PlansCard } from './plans-card';
import { timedPlans } from './tested-picture';

interface PlansPageProps {
  service: { id: string; slug: string; name: string };
  plans: PlanRow[];
  archived: PlanRow[];
  /** The same plans as their runs know them. */
  known: RecoveryPlanRow[];
  mayCreate: boolean;
  mayStart: boolean;
}

/** All plans of a service, and the way to begin one. */
export function PlansPage({ service, plans, archived, known, mayCreate, mayStart }: PlansPageProps) {
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Services', href: '/services' },
          { label: service.name, href: to(`/services/${service.slug}`) },
          { label: 'Recovery plans' },
        ]}
        title={`Recovery plans of ${service.name}`}
        lead="A plan says step by step how the service comes back. Its time is known from verified runs only."
        actions={<StartDrill plans={known} can={mayStart} />}
      />
      <div className="twocol">
        <div>
          <PlansCard slug={service.slug} plans={timedPlans(plans, known)} whole />
          {archived.length > 0 ? (
            <Card>
              <CardHeader title="Archived" meta={archived.length} />
              <ul className="pad stack">
                {archived.map((plan) => (
                  <li key={plan.id}>
                    <Link href={planHref(plan)}>{plan.name}</Link>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
        <div>{mayCreate ? <NewPlan serviceId={service.id} slug={service.slug} /> : null}</div>
      </div>
    </>
  );
}

const kindOptions = (Object.entries(planKindLabel) as [PlanKind, string][]).map(([value, label]) => ({
  value,
  label,
}));

function NewPlan({ serviceId, slug }: { serviceId: string; slug: string }) {
  const router = useRouter();
  const key = useRef(crypto.randomUUID());
  const [kind, setKind] = useState<PlanKind>('FAILOVER');
  const [name, setName] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const errors = errorsOf(refusal);
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    setRefusal(null);
    try {
      const { id } = await createPlan({ serviceId, kind, name }, key.current);
      router.push(`/services/${slug}/plans/${id}`);
    } catch (error) {
      // A refused input is another act when it is sent again.
      key.current = crypto.randomUUID();
      setRefusal(error);
      setPending(false);
    }
  };
  return (
    <Card>
      <CardHeader title="Begin a plan" />
      <form className="pad" noValidate onSubmit={(event) => void begin(event)}>
        {errors.summary.length > 0 ? <ErrorSummary errors={errors.summary} /> : null}
        <SelectField
          label="Kind"
          name="kind"
          options={kindOptions}
          value={kind}
          onChange={(event) => setKind(event.target.value as PlanKind)}
        />
        <TextField
          label="Name"
          name="name"
          hint="like “Switch to the secondary”"
          autoComplete="off"
          maxLength={120}
          value={name}
          error={errors.fields.name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" pending={pending} className="mt-4">
          Begin the plan
        </Button>
      </form>
    </Card>
  );
}
