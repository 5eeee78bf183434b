'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { StartDrill } from '@/components/runs/start-drill';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { onSubmit } from '@/components/ui/on-submit';
import { PageHeader } from '@/components/ui/page-header';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { PlanRow } from '@/lib/plans/queries/views';
import { type PlanKind, planKindLabel } from '@/lib/plans/schema';
import { to } from '@/lib/platform/rules/to';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { planHref } from './plan-href';
import { PlansCard } from './plans-card';
import { timedPlans } from './tested-picture';

interface PlansPageProps {
  service: { id: string; slug: string; name: string };
  plans: PlanRow[];
  archived: PlanRow[];
  /** The same plans as their runs know them. */
  known: RecoveryPlanRow[];
}

/** All plans of a service, and the way to begin one. */
export function PlansPage({ service, plans, archived, known }: PlansPageProps) {
  const canCreate = useMemberActs().includes('plan.create');
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
        actions={<StartDrill plans={known} />}
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
        <div>{canCreate ? <NewPlan serviceId={service.id} slug={service.slug} /> : null}</div>
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
  const [kind, setKind] = useState<PlanKind>('FAILOVER');
  const [name, setName] = useState('');
  const act = useAct({
    touches: ['plan'],
    form: 'shown',
    call: (input: { kind: PlanKind; name: string }, { key }) =>
      api('POST /plans', { serviceId, ...input }, { key }),
    onDone: ({ id }) => router.push(`/services/${slug}/plans/${id}`),
  });
  return (
    <Card>
      <CardHeader title="Begin a plan" />
      <Form className="pad" onSubmit={onSubmit(() => act.run({ kind, name }))} errors={act.errors}>
        <SelectField
          label="Kind"
          name="kind"
          options={kindOptions}
          value={kind}
          onChange={(event) => setKind(event.target.value as PlanKind)}
        />
        <TextField
          label="Name"
          {...act.field('name')}
          hint="like “Switch to the secondary”"
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" pending={act.pending} className="mt-4">
          Begin the plan
        </Button>
      </Form>
    </Card>
  );
}
