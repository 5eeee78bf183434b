import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportsTab } from '@/components/incidents/reports-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { incidentReports } from '@/lib/incidents/queries/reports';
import { isAppError } from '@/lib/platform/errors';
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
  const initial = await incidentReports(ctx, { ref }).catch((error) => {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  });
  return (
    <ReportsTab initial={initial} open={parseReportReference(typeof report === 'string' ? report : '')} />
  );
}
