'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LinkButton } from '@/components/ui/link-button';
import { showToast } from '@/components/ui/show-toast';
import { type ServiceInput, type ServiceView, serviceInputSchema } from '@/lib/services/schema';
import { archiveService, createService, editService } from './api';
import { AgreementFields, IdentityFields } from './service-form-facts';
import { ContactFields, DependencyFields, ServerFields } from './service-form-lists';
import { localErrors, type ServiceFormApi, type ServiceFormValues, valuesOf } from './service-form-values';

interface ServiceFormProps {
  /** The service to edit; without it a new one is made. */
  service?: ServiceView;
  services: { id: string; name: string }[];
  members: { id: string; name: string }[];
}

export function ServiceForm({ service, services, members }: ServiceFormProps) {
  const router = useRouter();
  const key = useRef(crypto.randomUUID());
  const [refusal, setRefusal] = useState<unknown>(null);
  const form: ServiceFormApi = useForm({
    resolver: zodResolver(serviceInputSchema),
    defaultValues: valuesOf(service),
  });
  const { handleSubmit, formState } = form;
  const server = errorsOf(refusal);
  const errors = [...localErrors(formState.errors), ...server.summary];
  const errorOf = (name: keyof ServiceFormValues) => formState.errors[name]?.message ?? server.fields[name];

  const save = handleSubmit(async (values) => {
    setRefusal(null);
    try {
      const input: ServiceInput = values;
      const saved = service ? await editService(service, input) : await createService(input, key.current);
      showToast({ title: service ? `${values.name} saved` : `${values.name} added` });
      router.push(`/services/${saved.slug}`);
      router.refresh();
    } catch (error) {
      setRefusal(error);
    }
  });

  return (
    <form onSubmit={(event) => void save(event)} noValidate className="grid gap-5 max-w-[76ch]">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <IdentityFields form={form} errorOf={errorOf} isNew={!service} members={members} />
      <AgreementFields form={form} errorOf={errorOf} />
      <ServerFields form={form} />
      <DependencyFields form={form} services={services.filter((other) => other.id !== service?.id)} />
      <ContactFields form={form} />
      <div className="row wrapf">
        <Button type="submit" variant="primary" pending={formState.isSubmitting}>
          {service ? 'Save' : 'Add the service'}
        </Button>
        <LinkButton href={service ? `/services/${service.slug}` : '/services'} variant="quiet">
          Back without saving
        </LinkButton>
        {service ? <ArchiveButton service={service} onRefused={setRefusal} /> : null}
      </div>
    </form>
  );
}

function ArchiveButton({
  service,
  onRefused,
}: {
  service: ServiceView;
  onRefused: (error: unknown) => void;
}) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const toggle = async (archived: boolean): Promise<void> => {
    setPending(true);
    try {
      await archiveService(service, archived);
      showToast({ title: archived ? `${service.name} archived` : `${service.name} is back` });
      router.push('/services');
      router.refresh();
    } catch (error) {
      onRefused(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <span className="sp">
      <Button
        variant={service.archived ? 'default' : 'danger'}
        pending={pending}
        onClick={() => void toggle(!service.archived)}
      >
        {service.archived ? 'Bring it back' : 'Archive'}
      </Button>
    </span>
  );
}
