'use client';

import { StatusMark } from '@/components/status/status-mark';
import { Button } from '@/components/ui/button';
import { FieldGroup } from '@/components/ui/field';
import { Select } from '@/components/ui/text-input';
import type { ServiceSummary } from '@/lib/services/queries/views';
import { serviceStatusPublicLabel } from '@/lib/services/schema';
import { type DeclareValues, type GivenStatus, resultingStatus } from './declare-values';

const selectableStatuses: readonly GivenStatus[] = [
  'OPERATIONAL',
  'DEGRADED',
  'PARTIAL_OUTAGE',
  'MAJOR_OUTAGE',
];

interface DeclareServicesProps {
  values: DeclareValues;
  services: readonly ServiceSummary[];
  error?: string | undefined;
  onChange: (services: DeclareValues['services']) => void;
}

/** The services on the incident, each with what users will see of it. */
export function DeclareServices({ values, services, error, onChange }: DeclareServicesProps) {
  const chosen = values.services;
  const left = services.filter((service) => !chosen.some((one) => one.serviceId === service.id));
  return (
    <FieldGroup name="services" legend="Services, and what users will see" error={error}>
      {chosen.length > 0 ? (
        <ul className="inc-services">
          {chosen.map((one) => (
            <ServiceLine
              key={one.serviceId}
              values={values}
              one={one}
              service={services.find((service) => service.id === one.serviceId)}
              onStatus={(status) =>
                onChange(chosen.map((other) => (other === one ? { ...other, status } : other)))
              }
              onRemove={() => onChange(chosen.filter((other) => other !== one))}
            />
          ))}
        </ul>
      ) : null}
      <Select
        aria-label={chosen.length > 0 ? 'Add another service' : 'Choose a service'}
        value=""
        onChange={(event) => onChange([...chosen, { serviceId: event.target.value, status: null }])}
      >
        <option value="" disabled>
          {chosen.length > 0 ? 'Add another service …' : 'Choose a service …'}
        </option>
        {left.map((service) => (
          <option key={service.id} value={service.id}>
            {service.name}
            {service.visibility === 'INTERNAL' ? ' (internal)' : ''}
          </option>
        ))}
      </Select>
    </FieldGroup>
  );
}

interface ServiceLineProps {
  values: DeclareValues;
  one: DeclareValues['services'][number];
  service: ServiceSummary | undefined;
  onStatus: (status: GivenStatus | null) => void;
  onRemove: () => void;
}

function ServiceLine({ values, one, service, onStatus, onRemove }: ServiceLineProps) {
  const name = service?.name ?? 'This service';
  const byDefault = resultingStatus(values, null);
  const status = resultingStatus(values, one.status);
  const change = (text: string): void => {
    const next = selectableStatuses.find((known) => known === text) ?? null;
    onStatus(next === byDefault ? null : next);
  };
  return (
    <li className="inc-service">
      <span className="min-w-0">
        <b>{name}</b>
        <small>{service?.visibility === 'INTERNAL' ? 'Internal, never shown to users' : 'Public'}</small>
      </span>
      <span className="row">
        {status ? <StatusMark status={status} /> : null}
        <Select
          aria-label={`What users see of ${name}`}
          value={status ?? ''}
          onChange={(event) => change(event.target.value)}
        >
          {status ? null : <option value="">Follows from the severity</option>}
          {selectableStatuses.map((known) => (
            <option key={known} value={known}>
              {serviceStatusPublicLabel[known]}
            </option>
          ))}
        </Select>
        <Button
          variant="quiet"
          size="icon-sm"
          icon="x"
          aria-label={`Take ${name} off again`}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}
