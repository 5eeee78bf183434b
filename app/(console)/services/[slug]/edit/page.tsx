import type { Metadata } from 'next';
import { ServiceForm } from '@/components/services/service-form';
import { PageHeader } from '@/components/ui/page-header';
import { requireMember } from '@/lib/auth/pages/current-member';
import { notFoundHere } from '@/lib/auth/pages/read-for-page';
import { to } from '@/lib/platform/rules/to';
import { serviceFormChoices } from '@/lib/services/queries/form-choices';
import { readService } from '@/lib/services/queries/read';

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: 'Edit a service' };

export default async function EditServicePage({ params }: Props) {
  const { slug } = await params;
  const ctx = await requireMember(`/services/${slug}/edit`);
  const service = await readService(ctx, { id: slug }).catch(notFoundHere);
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
}
