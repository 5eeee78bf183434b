import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeclarePage } from '@/components/incidents/declare-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { memberActsOf } from '@/lib/home/rules/member-acts';
import { parseIncidentReference } from '@/lib/incidents/rules/reference';

export const metadata: Metadata = { title: 'Declare an incident' };

interface Props {
  searchParams: Promise<{ previous?: string | string[] }>;
}

export default async function NewIncidentPage({ searchParams }: Props) {
  const ctx = await requireMember();
  if (!memberActsOf(ctx.actor).includes('incident.declare')) notFound();
  const { previous } = await searchParams;
  const followed = typeof previous === 'string' ? parseIncidentReference(previous) : null;
  return <DeclarePage previousRef={followed ?? undefined} />;
}
