'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { type FieldErrors, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LinkButton } from '@/components/ui/link-button';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import {
  type ServiceInput,
  type ServiceView,
  serviceInputSchema,
  tierLabel,
  tiers,
} from '@/lib/services/schema';
import { archiveService, createService, editService } from './api';
import { ContactFields, DependencyFields, ServerFields } from './service-form-lists';

export type ServiceFormValues = z.input<typeof serviceInputSchema>;

interface ServiceFormProps {
  /** The service to edit; without it a new one is made. */
  service?: ServiceView;
  services: { id: string; name: string }[];
  members: { id: string; name: string }[];
}

function valuesOf(service?: ServiceView): ServiceFormValues {
  if (!service) return { name: '', slug: '', servers: [], dependsOn: [], contacts: [] };
  return {
    ...service,
    ownerId: service.owner?.id ?? null,
    servers: service.serverList.map(({ id: _, ...server }) => server),
    dependsOn: service.dependsOn.map(({ id, note }) => ({ serviceId: id, note })),
  };
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}

/** The refusals of the form itself, flattened for the summary. */
function localErrors(errors: FieldErrors, path = ''): { field: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const field = path ? `${path}.${name}` : name;
    if (!error || typeof error !== 'object' || name === 'ref') return [];
    if ('message' in error && typeof error.message === 'string') return [{ field, message: error.message }];
    return localErrors(error as FieldErrors, field);
  });
}

const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
const wholeNumber = (value: unknown) =>
  value === '' || value === null || value === undefined ? null : Number(value);

export function ServiceForm({ service, services, members }: ServiceFormProps) {
  const router = useRouter();
  const key = useRef(crypto.randomUUID());
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<ServiceFormValues, unknown, z.output<typeof serviceInputSchema>>({
    resolver: zodResolver(serviceInputSchema),
    defaultValues: valuesOf(service),
  });
  const { register, handleSubmit, formState, setValue } = form;
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
      <Card>
        <CardHeader title="What it is" />
        <div className="pad">
          <TextField
            label="Name"
            error={errorOf('name')}
            {...register('name', {
              onChange: (event) => {
                if (!service && !formState.dirtyFields.slug) setValue('slug', slugOf(event.target.value));
              },
            })}
          />
          <TextField
            label="Short name"
            hint="Part of its address here, like case-records"
            error={errorOf('slug')}
            {...register('slug')}
          />
          <TextAreaField
            label="What people do with it"
            optional
            error={errorOf('description')}
            {...register('description')}
          />
          <TextField
            label="Who uses it"
            optional
            hint="In words: 6 offices, about 240 people a day"
            error={errorOf('usedBy')}
            {...register('usedBy', { setValueAs: empty })}
          />
          <TextField
            label="Address users have"
            optional
            error={errorOf('publicAddress')}
            {...register('publicAddress', { setValueAs: empty })}
          />
          <TextField
            label="Hours"
            optional
            hint="Every day, 06:00 to 23:00"
            error={errorOf('hours')}
            {...register('hours', { setValueAs: empty })}
          />
          <TextField
            label="Group"
            optional
            hint="Services of one group stand together on the status page"
            error={errorOf('group')}
            {...register('group', { setValueAs: empty })}
          />
          <SelectField
            label="Tier"
            error={errorOf('tier')}
            options={tiers.map((tier) => ({ value: String(tier), label: tierLabel[tier] }))}
            {...register('tier', { setValueAs: Number })}
          />
          <SelectField
            label="Shown"
            error={errorOf('visibility')}
            options={[
              { value: 'PUBLIC', label: 'Public: on the status page, anyone may report' },
              { value: 'INTERNAL', label: 'Internal: only the provider sees it' },
            ]}
            {...register('visibility')}
          />
          <SelectField
            label="Owner"
            optional
            error={errorOf('ownerId')}
            options={[
              { value: '', label: 'Nobody yet' },
              ...members.map((member) => ({ value: member.id, label: member.name })),
            ]}
            {...register('ownerId', { setValueAs: empty })}
          />
        </div>
      </Card>
      <Card>
        <CardHeader title="What was agreed" meta="with the people who use it" />
        <div className="pad">
          <TextField
            label="RTO, minutes"
            type="number"
            min={1}
            optional
            hint="How soon it must be back"
            error={errorOf('rtoMinutes')}
            {...register('rtoMinutes', { setValueAs: wholeNumber })}
          />
          <TextField
            label="RPO, minutes"
            type="number"
            min={1}
            optional
            hint="How much work may be lost at most"
            error={errorOf('rpoMinutes')}
            {...register('rpoMinutes', { setValueAs: wholeNumber })}
          />
          <TextField
            label="Agreed by"
            optional
            error={errorOf('agreedBy')}
            {...register('agreedBy', { setValueAs: empty })}
          />
          <TextField
            label="Agreed on"
            type="date"
            optional
            error={errorOf('agreedOn')}
            {...register('agreedOn', { setValueAs: empty })}
          />
        </div>
      </Card>
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
