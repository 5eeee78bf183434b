import type { Metadata } from 'next';
import { SuiteListPage } from '@/components/suites/suite-list-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { readService } from '@/lib/services/queries/read';
import { listSuites, newSuiteActs } from '@/lib/suites/queries/list';

export const metadata: Metadata = { title: 'Verification suites' };

export default consolePage<'slug'>(async ({ ctx, params: { slug } }) => {
  const service = await readService(ctx, { id: slug });
  return (
    <SuiteListPage
      service={{ id: service.id, slug: service.slug, name: service.name }}
      initial={await listSuites(ctx, { service: slug })}
      acts={await newSuiteActs(ctx, service)}
    />
  );
});
