'use client';

import { useRouter } from 'next/navigation';
import { PageHeader } from '@/components/ui/page-header';
import { showToast } from '@/components/ui/show-toast';
import { DeclareForm } from './declare-form';

interface DeclarePageProps {
  previousRef: string | undefined;
  serviceId: string | undefined;
}

/** An incident that nobody has reported yet. */
export function DeclarePage({ previousRef, serviceId }: DeclarePageProps) {
  const router = useRouter();
  const declared = (ref: string): void => {
    showToast({ title: `${ref} is declared` });
    router.push(`/incidents/${ref}`);
  };
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Incidents', href: '/incidents' }, { label: 'New' }]}
        title="Declare an incident"
        lead={
          previousRef
            ? `It follows ${previousRef}, and both pages will say so.`
            : 'From what you know yourself. What a user has reported is declared in triage, where the report is linked.'
        }
      />
      <DeclareForm previousRef={previousRef} serviceId={serviceId} onDeclared={declared} />
    </>
  );
}
