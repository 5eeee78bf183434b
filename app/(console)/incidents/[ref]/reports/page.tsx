import type { Metadata } from 'next';
import { ReportsTab } from '@/components/incidents/reports-tab';
import { consolePage } from '@/lib/auth/pages/console-page';
import { incidentReports } from '@/lib/incidents/queries/reports';
import { parseReportReference } from '@/lib/reports/rules/reference';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: `Reports of ${(await params).ref}` };
}

export default consolePage<'ref'>(async ({ ctx, params: { ref }, query }) => {
  const { report } = query;
  const initial = await incidentReports(ctx, { ref });
  return (
    <ReportsTab initial={initial} open={parseReportReference(typeof report === 'string' ? report : '')} />
  );
});
