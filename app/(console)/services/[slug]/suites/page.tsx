import type { Metadata } from 'next';
import { SuiteListPage } from '@/components/suites/suite-list-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { db } from '@/lib/database/db';
import { allowed } from '@/lib/platform/policy';
import { readService } from '@/lib/services/queries/read';
import { suitePolicy } from '@/lib/suites/policy';
import { listSuites } from '@/lib/suites/queries/list';
import { isOwnSuite } from '@/lib/suites/subject';

export const metadata: Metadata = { title: 'Verification suites' };

export default consolePage<'slug'>(async ({ ctx, params: { slug } }) => {
  const service = await readService(ctx, { id: slug });
  const own = await isOwnSuite(ctx.actor, { serviceId: service.id }, db());
  return (
    <SuiteListPage
      service={{ id: service.id, slug: service.slug, name: service.name }}
      initial={await listSuites(ctx, { service: slug })}
      canCreate={allowed(suitePolicy['suite.create'], ctx.actor, own) && !service.archived}
    />
  );
});
