import type { Metadata } from 'next';
import { AuditPage } from '@/components/audit/audit-page';
import { listEvents } from '@/lib/audit/queries/list';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';

export const metadata: Metadata = { title: 'Audit' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(listEvents, ctx, query);
  return <AuditPage page={view} filter={filter} />;
});
