import type { Metadata } from 'next';
import { ResourcesTab } from '@/components/resources/resources-tab';
import { consolePage } from '@/lib/auth/pages/console-page';
import { incidentAllocations } from '@/lib/resources/queries/of-incident';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: `Resources of ${(await params).ref}` };
}

export default consolePage<'ref'>(async ({ ctx, params: { ref } }) => {
  const initial = await incidentAllocations(ctx, { ref });
  return <ResourcesTab initial={initial} />;
});
