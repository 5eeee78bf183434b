import type { Metadata } from 'next';
import { TimelineTab } from '@/components/incidents/timeline-tab';
import { consolePage } from '@/lib/auth/pages/console-page';
import { incidentTimeline } from '@/lib/timeline/queries/read';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: (await params).ref };
}

const filters = { public: 'PUBLIC', decisions: 'DECISIONS', recovery: 'RECOVERY' } as const;

export default consolePage<'ref'>(async ({ ctx, params: { ref }, query }) => {
  const { show } = query;
  const filter = show === 'public' || show === 'decisions' || show === 'recovery' ? filters[show] : 'ALL';
  const initial = await incidentTimeline(ctx, { ref, filter });
  return <TimelineTab filter={filter} initial={initial} />;
});
