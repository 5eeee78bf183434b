import type { Metadata } from 'next';
import { IncidentList } from '@/components/incidents/incident-list';
import { readListFilter } from '@/components/incidents/list-filter';
import { listSearch } from '@/components/incidents/queries';
import { requireMember } from '@/lib/auth/pages/current-member';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentList } from '@/lib/incidents/queries/list';
import { isAppError } from '@/lib/platform/errors';
import { allowed } from '@/lib/platform/policy';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Incidents' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function IncidentsPage({ searchParams }: Props) {
  const ctx = await requireMember();
  const filter = readListFilter(await searchParams);
  const asked = Object.fromEntries(new URLSearchParams(listSearch(filter)));
  const initial = await incidentList(ctx, asked).catch((error) => {
    // A page of the list that has gone by is the first one.
    if (isAppError(error) && error.code === 'invalid')
      return incidentList(ctx, { ...asked, after: undefined });
    throw error;
  });
  const services = await listServices(ctx, { only: 'all' });
  return (
    <IncidentList
      key={listSearch(filter)}
      initial={initial}
      filter={filter}
      services={services.map(({ slug, name }) => ({ slug, name }))}
      canDeclare={allowed(incidentPolicy['incident.declare'], ctx.actor, false)}
    />
  );
}
