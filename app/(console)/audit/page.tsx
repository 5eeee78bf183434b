import type { Metadata } from 'next';
import { AuditPage } from '@/components/audit/audit-page';
import { NotAllowed } from '@/components/layout/not-allowed';
import { auditPolicy } from '@/lib/audit/policy';
import { listEvents } from '@/lib/audit/queries/list';
import { listEventsInput } from '@/lib/audit/schema';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { allowed } from '@/lib/platform/policy';

export const metadata: Metadata = { title: 'Audit' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Audit({ searchParams }: Props) {
  const ctx = await requireMember('/audit');
  const { noun, before } = listEventsInput.parse(await searchParams);
  const { view, refusal } = await readForPage(listEvents(ctx, { noun, before: before?.toString() }));
  if (!view) return <NotAllowed title="Audit" reason={refusal} />;
  const canVerify = allowed(auditPolicy['audit.verify'], ctx.actor, false);
  return <AuditPage page={view} noun={noun} before={before?.toString()} canVerify={canVerify} />;
}
