'use client';

import { useFieldArray } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { SelectField, TextField } from '@/components/ui/text-field';
import { serverRoleLabel } from '@/lib/services/schema';
import { empty, type ServiceFormApi, wholeNumber } from './service-form-values';

const yesNo = (value: unknown) =>
  value === 'yes' || value === true ? true : value === 'no' || value === false ? false : null;

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <Button variant="quiet" size="sm" icon="x" onClick={onRemove}>
      Remove {what}
    </Button>
  );
}

export function ServerFields({ form }: { form: ServiceFormApi }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'servers' });
  const errors = form.formState.errors.servers;
  return (
    <Card>
      <CardHeader
        title="Servers"
        meta={fields.length}
        actions={
          <Button
            size="sm"
            icon="plus"
            onClick={() => append({ name: '', role: fields.length === 0 ? 'PRIMARY' : 'SECONDARY' })}
          >
            Add a server
          </Button>
        }
      />
      <div className="pad stack">
        {fields.length === 0 ? (
          <p className="muted">The machines it runs on, with the role of each.</p>
        ) : null}
        {fields.map((field, index) => (
          <fieldset key={field.id} className="grid gap-x-4 sm:grid-cols-2 border-b border-line pb-4">
            <legend className="sr">Server {index + 1}</legend>
            <TextField
              id={`servers.${index}.name`}
              label="Server name"
              error={errors?.[index]?.name?.message}
              {...form.register(`servers.${index}.name`)}
            />
            <SelectField
              id={`servers.${index}.role`}
              label="Role"
              fieldClassName="mt-0"
              options={Object.entries(serverRoleLabel).map(([value, label]) => ({ value, label }))}
              {...form.register(`servers.${index}.role`)}
            />
            <TextField
              id={`servers.${index}.description`}
              label="What it is"
              optional
              {...form.register(`servers.${index}.description`)}
            />
            <TextField
              id={`servers.${index}.address`}
              label="Address"
              optional
              {...form.register(`servers.${index}.address`, { setValueAs: empty })}
            />
            <TextField
              id={`servers.${index}.site`}
              label="Site"
              optional
              {...form.register(`servers.${index}.site`, { setValueAs: empty })}
            />
            <TextField
              id={`servers.${index}.powerSupplies`}
              label="Power supplies"
              type="number"
              min={0}
              max={16}
              optional
              error={errors?.[index]?.powerSupplies?.message}
              {...form.register(`servers.${index}.powerSupplies`, { setValueAs: wholeNumber })}
            />
            <SelectField
              id={`servers.${index}.hotSwapDisks`}
              label="Hot-swap disks"
              options={[
                { value: '', label: 'Not known' },
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
              ]}
              defaultValue={field.hotSwapDisks === true ? 'yes' : field.hotSwapDisks === false ? 'no' : ''}
              {...form.register(`servers.${index}.hotSwapDisks`, { setValueAs: yesNo })}
            />
            <TextField
              id={`servers.${index}.note`}
              label="Note"
              optional
              {...form.register(`servers.${index}.note`)}
            />
            <div className="mt-3 sm:col-span-2">
              <Remove what="this server" onRemove={() => remove(index)} />
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  );
}

export function DependencyFields({
  form,
  services,
}: {
  form: ServiceFormApi;
  services: { id: string; name: string }[];
}) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'dependsOn' });
  const errors = form.formState.errors.dependsOn;
  return (
    <Card>
      <CardHeader
        title="Depends on"
        meta={fields.length}
        actions={
          <Button
            size="sm"
            icon="plus"
            disabled={services.length === 0}
            onClick={() => append({ serviceId: services[0]?.id ?? '' })}
          >
            Add a dependency
          </Button>
        }
      />
      <div className="pad stack">
        {fields.length === 0 ? (
          <p className="muted">Services without which this one does not work, or works less.</p>
        ) : null}
        {fields.map((field, index) => (
          <fieldset key={field.id} className="grid gap-x-4 sm:grid-cols-2 border-b border-line pb-4">
            <legend className="sr">Dependency {index + 1}</legend>
            <SelectField
              id={`dependsOn.${index}.serviceId`}
              label="Service"
              options={services.map((service) => ({ value: service.id, label: service.name }))}
              error={errors?.[index]?.serviceId?.message}
              {...form.register(`dependsOn.${index}.serviceId`)}
            />
            <TextField
              id={`dependsOn.${index}.note`}
              label="What for"
              optional
              {...form.register(`dependsOn.${index}.note`)}
            />
            <div className="mt-3 sm:col-span-2">
              <Remove what="this dependency" onRemove={() => remove(index)} />
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  );
}

export function ContactFields({ form }: { form: ServiceFormApi }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'contacts' });
  const errors = form.formState.errors.contacts;
  return (
    <Card>
      <CardHeader
        title="Contacts"
        meta={fields.length}
        actions={
          <Button size="sm" icon="plus" onClick={() => append({ name: '' })}>
            Add a contact
          </Button>
        }
      />
      <div className="pad stack">
        {fields.length === 0 ? (
          <p className="muted">Whom to reach about it: a vendor, a team, the people who use it.</p>
        ) : null}
        {fields.map((field, index) => (
          <fieldset key={field.id} className="grid gap-x-4 sm:grid-cols-2 border-b border-line pb-4">
            <legend className="sr">Contact {index + 1}</legend>
            <TextField
              id={`contacts.${index}.name`}
              label="Contact name"
              error={errors?.[index]?.name?.message}
              {...form.register(`contacts.${index}.name`)}
            />
            <TextField
              id={`contacts.${index}.purpose`}
              label="For what"
              optional
              {...form.register(`contacts.${index}.purpose`)}
            />
            <TextField
              id={`contacts.${index}.email`}
              label="E-mail"
              type="email"
              optional
              error={errors?.[index]?.email?.message}
              {...form.register(`contacts.${index}.email`, { setValueAs: empty })}
            />
            <TextField
              id={`contacts.${index}.phone`}
              label="Phone"
              optional
              {...form.register(`contacts.${index}.phone`, { setValueAs: empty })}
            />
            <div className="mt-3 sm:col-span-2">
              <Remove what="this contact" onRemove={() => remove(index)} />
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  );
}
