import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { SuiteListPage } from '@/components/suites/suite-list-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { db } from '@/lib/database/db';
import { allowed } from '@/lib/platform/policy';
import { readService } from '@/lib/services/queries/read';
import { suitePolicy } from '@/lib/suites/policy';
import { listSuites } from '@/lib/suites/queries/list';
import { isOwnSuite } from '@/lib/suites/subject';

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: 'Verification suites' };

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const ctx = await requireMember(`/services/${slug}/suites`);
  const read = await readForPage(readService(ctx, { id: slug }));
  if (read.refusal !== undefined) return <NotAllowed title="Verification suites" reason={read.refusal} />;
  const service = read.view;
  const own = await isOwnSuite(ctx.actor, { serviceId: service.id }, db());
  return (
    <SuiteListPage
      service={{ id: service.id, slug: service.slug, name: service.name }}
      initial={await listSuites(ctx, { service: slug })}
      canCreate={allowed(suitePolicy['suite.create'], ctx.actor, own) && !service.archived}
    />
  );
}
