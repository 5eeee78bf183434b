import type { Metadata } from 'next';
import { ServiceForm } from '@/components/services/service-form';
import { PageHeader } from '@/components/ui/page-header';
import { consolePage } from '@/lib/auth/pages/console-page';
import { to } from '@/lib/platform/rules/to';
import { serviceFormChoices } from '@/lib/services/queries/form-choices';
import { readService } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Edit a service' };

export default consolePage<'slug'>(async ({ ctx, params: { slug } }) => {
  const service = await readService(ctx, { id: slug });
  const { services, members } = await serviceFormChoices(ctx, {});
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Services', href: '/services' },
          { label: service.name, href: to(`/services/${slug}`) },
          { label: 'Edit' },
        ]}
        title={`Edit ${service.name}`}
      />
      <ServiceForm service={service} services={services} members={members} />
    </>
  );
});
