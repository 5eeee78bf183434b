import type { Metadata } from 'next';
import { AuditPage } from '@/components/audit/audit-page';
import { NotAllowed } from '@/components/layout/not-allowed';
import { listEvents } from '@/lib/audit/queries/list';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import type { SearchParams } from '@/lib/platform/rules/address';

export const metadata: Metadata = { title: 'Audit' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function Audit({ searchParams }: Props) {
  const ctx = await requireMember('/audit');
  const { view, refusal, filter } = await readListForPage(listEvents, ctx, searchParams);
  if (!view) return <NotAllowed title="Audit" reason={refusal} />;
  return <AuditPage page={view} filter={filter} />;
}
