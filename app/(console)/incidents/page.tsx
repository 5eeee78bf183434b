import type { Metadata } from 'next';
import { IncidentList } from '@/components/incidents/incident-list';
import { NotAllowed } from '@/components/layout/not-allowed';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import { incidentList } from '@/lib/incidents/queries/list';
import type { SearchParams } from '@/lib/platform/rules/address';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Incidents' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function IncidentsPage({ searchParams }: Props) {
  const ctx = await requireMember();
  const { view, refusal, filter } = await readListForPage(incidentList, ctx, searchParams);
  if (!view) return <NotAllowed title="Incidents" reason={refusal} />;
  const services = await listServices(ctx, { only: 'all' });
  return (
    <IncidentList
      key={JSON.stringify(filter)}
      initial={view}
      filter={filter}
      services={services.map(({ slug, name }) => ({ slug, name }))}
    />
  );
}
