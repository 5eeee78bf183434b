import type { Metadata } from 'next';
import { InvestigationTab } from '@/components/checks/investigation-tab';
import { consolePage } from '@/lib/auth/pages/console-page';
import { incidentChecks } from '@/lib/checks/queries/incident-checks';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: `Investigation of ${(await params).ref}` };
}

export default consolePage<'ref'>(async ({ ctx, params: { ref } }) => {
  const initial = await incidentChecks(ctx, { ref });
  return <InvestigationTab initial={initial} />;
});
