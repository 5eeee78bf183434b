import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlanEditor } from '@/components/plans/plan-editor';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { planRead } from '@/lib/plans/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';

interface Props {
  params: Promise<{ slug: string; id: string }>;
}

export const metadata: Metadata = { title: 'Recovery plan' };

export default async function Page({ params }: Props) {
  const { slug, id } = await params;
  const ctx = await requireMember(`/services/${slug}/plans/${id}`);
  const plan = await planRead(ctx, { id }).catch(notFoundHere);
  if (plan.service.slug !== slug) notFound();
  const known = await recoveryPlans(ctx, { service: slug });
  const estimate = known.find((row) => row.id === id)?.estimate ?? null;
  return <PlanEditor key={id} initial={plan} estimate={estimate} me={ctx.actor.memberId} />;
}
