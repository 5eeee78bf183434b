import type { Metadata } from 'next';
import { IncidentList } from '@/components/incidents/incident-list';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { incidentList } from '@/lib/incidents/queries/list';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Incidents' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(incidentList, ctx, query);
  const services = await listServices(ctx, { only: 'all' });
  return (
    <IncidentList
      key={JSON.stringify(filter)}
      initial={view}
      filter={filter}
      services={services.map(({ slug, name }) => ({ slug, name }))}
    />
  );
});
