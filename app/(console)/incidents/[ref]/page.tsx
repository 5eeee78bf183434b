import type { Metadata } from 'next';
import { TimelineTab } from '@/components/incidents/timeline-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { incidentTimeline } from '@/lib/timeline/queries/read';

interface Props {
  params: Promise<{ ref: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).ref };
}

const filters = { public: 'PUBLIC', decisions: 'DECISIONS', recovery: 'RECOVERY' } as const;

export default async function IncidentPage({ params, searchParams }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const { show } = await searchParams;
  const filter = show === 'public' || show === 'decisions' || show === 'recovery' ? filters[show] : 'ALL';
  const initial = await incidentTimeline(ctx, { ref, filter }).catch(notFoundHere);
  return <TimelineTab filter={filter} initial={initial} />;
}
