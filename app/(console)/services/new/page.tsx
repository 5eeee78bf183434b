import type { Metadata } from 'next';
import { ServiceForm } from '@/components/services/service-form';
import { PageHeader } from '@/components/ui/page-header';
import { consolePage } from '@/lib/auth/pages/console-page';
import { serviceFormChoices } from '@/lib/services/queries/form-choices';

export const metadata: Metadata = { title: 'Add a service' };

export default consolePage(async ({ ctx }) => {
  const { services, members } = await serviceFormChoices(ctx, {});
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Services', href: '/services' }, { label: 'New' }]}
        title="Add a service"
        lead="What people use. They can report problems with it as soon as it is saved."
      />
      <ServiceForm services={services} members={members} />
    </>
  );
});
