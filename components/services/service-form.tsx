'use client';

import { useRouter } from 'next/navigation';
import { api } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import { eitherAct } from '@/components/ui/act-state';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { onSubmit } from '@/components/ui/on-submit';
import type { ServiceView } from '@/lib/services/queries/views';
import type { ServiceInput } from '@/lib/services/schema';
import { AgreementFields, IdentityFields } from './service-form-facts';
import { ContactFields, DependencyFields, ServerFields } from './service-form-lists';
import { type FilledField, readServiceForm } from './service-form-values';

interface ServiceFormProps {
  /** The service to edit; without it a new one is made. */
  service?: ServiceView;
  services: { id: string; name: string }[];
  members: { id: string; name: string }[];
}

export function ServiceForm({ service, services, members }: ServiceFormProps) {
  const router = useRouter();
  const common = { touches: ['service'], page: true, version: service?.version, form: 'opened' } as const;
  const save = useAct({
    ...common,
    call: ({ said, changed }: Entered<ServiceInput>, { version, key }) =>
      service
        ? api('PATCH /services/:id', { ...changed, id: service.id, version }, { key })
        : api('POST /services', said, { key }),
    done: (_, { said: { name } }) => (service ? `${name} saved` : `${name} added`),
    onDone: ({ slug }) => router.push(`/services/${slug}`),
  });
  const archive = useAct({
    ...common,
    call: ({ id, archived }: ServiceView, { version, key }) =>
      api('POST /services/:id/archive', { id, version, archived: !archived }, { key }),
    done: (_, { name, archived }) => (archived ? `${name} is back` : `${name} archived`),
    onDone: () => router.push('/services'),
  });
  const { errors, pending } = eitherAct(save, archive);
  const field: FilledField = (path, value) => ({ ...save.field(path), defaultValue: value ?? '' });
  return (
    <Form
      onSubmit={onSubmit((form, opened) => save.run(entered(readServiceForm, form, opened)))}
      className="grid gap-5 max-w-[76ch]"
      errors={errors}
    >
      <IdentityFields service={service} field={field} members={members} />
      <AgreementFields service={service} field={field} />
      <ServerFields servers={service?.serverList} field={field} />
      <DependencyFields
        dependsOn={service?.dependsOn}
        services={services.filter((other) => other.id !== service?.id)}
        field={field}
      />
      <ContactFields contacts={service?.contacts} field={field} />
      <div className="row flex-wrap">
        <Button type="submit" variant="primary" pending={pending}>
          {service ? 'Save' : 'Add the service'}
        </Button>
        <LinkButton href={service ? `/services/${service.slug}` : '/services'} variant="quiet">
          Back without saving
        </LinkButton>
        {service ? (
          <span className="sp">
            <Button
              variant={service.archived ? 'default' : 'danger'}
              pending={pending}
              onClick={() => void archive.run(service)}
            >
              {service.archived ? 'Bring it back' : 'Archive'}
            </Button>
          </span>
        ) : null}
      </div>
    </Form>
  );
}
