'use client';

import { type ReactNode, useState } from 'react';
import { randomId } from '@/components/api/random-id';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { ServiceView } from '@/lib/services/queries/views';
import { serverRoleLabel } from '@/lib/services/schema';
import type { FilledField } from './service-form-values';

interface RowsCardProps<R> {
  title: string;
  /** One of them, as in “Add a server”. */
  one: string;
  /** What belongs there, while there is none. */
  none: string;
  initial: readonly R[] | undefined;
  disabled?: boolean;
  /** The fields of the row at this place; a row that was added has no values yet. */
  children: (place: number, row: R | undefined) => ReactNode;
}

/** A list of the service, row by row. */
function RowsCard<R>({ title, one, none, initial = [], disabled = false, children }: RowsCardProps<R>) {
  const [rows, setRows] = useState(() =>
    initial.map((row): { id: string; row?: R } => ({ id: randomId(), row })),
  );
  return (
    <Card>
      <CardHeader
        title={title}
        meta={rows.length}
        actions={
          <Button
            size="sm"
            icon="plus"
            disabled={disabled}
            onClick={() => setRows([...rows, { id: randomId() }])}
          >
            Add a {one}
          </Button>
        }
      />
      <div className="pad stack">
        {rows.length === 0 ? <p className="muted">{none}</p> : null}
        {rows.map(({ id, row }, place) => (
          <fieldset key={id} className="grid gap-x-4 sm:grid-cols-2 border-b border-line pb-4">
            <legend className="sr">
              {one.charAt(0).toUpperCase() + one.slice(1)} {place + 1}
            </legend>
            {children(place, row)}
            <div className="mt-3 sm:col-span-2">
              <Button
                variant="quiet"
                size="sm"
                icon="x"
                onClick={() => setRows(rows.filter((other) => other.id !== id))}
              >
                Remove this {one}
              </Button>
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  );
}

interface ServerFieldsProps {
  servers: ServiceView['serverList'] | undefined;
  field: FilledField;
}

export function ServerFields({ servers, field }: ServerFieldsProps) {
  const roles = Object.entries(serverRoleLabel).map(([value, label]) => ({ value, label }));
  return (
    <RowsCard
      title="Servers"
      one="server"
      none="The machines it runs on, with the role of each."
      initial={servers}
    >
      {(place, server) => {
        const at = `servers.${place}`;
        const disks = server?.hotSwapDisks ?? null;
        return (
          <>
            <TextField label="Server name" {...field(`${at}.name`, server?.name)} />
            <SelectField
              label="Role"
              fieldClassName="mt-0"
              options={roles}
              {...field(`${at}.role`, server?.role ?? (place === 0 ? 'PRIMARY' : 'SECONDARY'))}
            />
            <TextField label="What it is" optional {...field(`${at}.description`, server?.description)} />
            <TextField label="Address" optional {...field(`${at}.address`, server?.address)} />
            <TextField label="Site" optional {...field(`${at}.site`, server?.site)} />
            <TextField
              label="Power supplies"
              type="number"
              min={0}
              max={16}
              optional
              {...field(`${at}.powerSupplies`, server?.powerSupplies)}
            />
            <SelectField
              label="Hot-swap disks"
              options={[
                { value: '', label: 'Not known' },
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
              ]}
              {...field(`${at}.hotSwapDisks`, disks === null ? '' : disks ? 'yes' : 'no')}
            />
            <TextField label="Note" optional {...field(`${at}.note`, server?.note)} />
          </>
        );
      }}
    </RowsCard>
  );
}

interface DependencyFieldsProps {
  dependsOn: ServiceView['dependsOn'] | undefined;
  services: { id: string; name: string }[];
  field: FilledField;
}

export function DependencyFields({ dependsOn, services, field }: DependencyFieldsProps) {
  return (
    <RowsCard
      title="Depends on"
      one="dependency"
      none="Services without which this one does not work, or works less."
      initial={dependsOn}
      disabled={services.length === 0}
    >
      {(place, service) => (
        <>
          <SelectField
            label="Service"
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
            {...field(`dependsOn.${place}.serviceId`, service?.id ?? services[0]?.id)}
          />
          <TextField label="What for" optional {...field(`dependsOn.${place}.note`, service?.note)} />
        </>
      )}
    </RowsCard>
  );
}

interface ContactFieldsProps {
  contacts: ServiceView['contacts'] | undefined;
  field: FilledField;
}

export function ContactFields({ contacts, field }: ContactFieldsProps) {
  return (
    <RowsCard
      title="Contacts"
      one="contact"
      none="Whom to reach about it: a vendor, a team, the people who use it."
      initial={contacts}
    >
      {(place, contact) => (
        <>
          <TextField label="Contact name" {...field(`contacts.${place}.name`, contact?.name)} />
          <TextField label="For what" optional {...field(`contacts.${place}.purpose`, contact?.purpose)} />
          <TextField
            label="E-mail"
            type="email"
            optional
            {...field(`contacts.${place}.email`, contact?.email)}
          />
          <TextField label="Phone" optional {...field(`contacts.${place}.phone`, contact?.phone)} />
        </>
      )}
    </RowsCard>
  );
}
