import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlanEditor } from '@/components/plans/plan-editor';
import { consolePage } from '@/lib/auth/pages/console-page';
import { planRead } from '@/lib/plans/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';

export const metadata: Metadata = { title: 'Recovery plan' };

export default consolePage<'slug' | 'id'>(async ({ ctx, params: { slug, id } }) => {
  const plan = await planRead(ctx, { id });
  if (plan.service.slug !== slug) notFound();
  const known = await recoveryPlans(ctx, { service: slug });
  const estimate = known.find((row) => row.id === id)?.estimate ?? null;
  return <PlanEditor key={id} initial={plan} estimate={estimate} me={ctx.actor.memberId} />;
});
