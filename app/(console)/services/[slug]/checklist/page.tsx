import type { Metadata } from 'next';
import { ChecklistPage } from '@/components/checks/checklist-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { checkTemplates } from '@/lib/checks/queries/templates';

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: 'Checklist' };

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const ctx = await requireMember(`/services/${slug}/checklist`);
  const initial = await checkTemplates(ctx, { service: slug }).catch(notFoundHere);
  return <ChecklistPage initial={initial} />;
}
