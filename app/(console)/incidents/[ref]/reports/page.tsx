import type { Metadata } from 'next';
import { ReportsTab } from '@/components/incidents/reports-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { incidentReports } from '@/lib/incidents/queries/reports';
import { parseReportReference } from '@/lib/reports/rules/reference';

interface Props {
  params: Promise<{ ref: string }>;
  searchParams: Promise<{ report?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Reports of ${(await params).ref}` };
}

export default async function IncidentReportsPage({ params, searchParams }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const { report } = await searchParams;
  const initial = await incidentReports(ctx, { ref }).catch(notFoundHere);
  return (
    <ReportsTab initial={initial} open={parseReportReference(typeof report === 'string' ? report : '')} />
  );
}
