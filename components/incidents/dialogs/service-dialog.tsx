'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { serviceListQuery } from '@/components/services/queries';
import { StatusMark } from '@/components/status/status-mark';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import { SelectField } from '@/components/ui/text-field';
import { type ServiceStatus, serviceStatusPublicLabel } from '@/lib/services/schema';
import { defaultStatus } from '@/lib/severity/schema';

const selectableStatuses = ['OPERATIONAL', 'DEGRADED', 'PARTIAL_OUTAGE', 'MAJOR_OUTAGE'] as const;

interface StatusChoiceProps {
  value: ServiceStatus | 'OFF';
  onChange: (status: (typeof selectableStatuses)[number] | 'OFF') => void;
  /** Offers to take it off the incident. */
  removable?: boolean | undefined;
  error?: string | undefined;
}

function StatusChoice({ value, onChange, removable = false, error }: StatusChoiceProps) {
  return (
    <ChoiceGroup name="status" legend="What users see of it" error={error}>
      {selectableStatuses.map((status) => (
        <Choice
          key={status}
          type="radio"
          name="status"
          label={serviceStatusPublicLabel[status]}
          mark={<StatusMark status={status} />}
          checked={value === status}
          onChange={() => onChange(status)}
        />
      ))}
      {removable ? (
        <Choice
          type="radio"
          name="status"
          label="Not affected: take it off the incident"
          checked={value === 'OFF'}
          onChange={() => onChange('OFF')}
        />
      ) : null}
    </ChoiceGroup>
  );
}

/** Another status for a service of the incident, or off it; both for a reason. */
export function ServiceDialog({ serviceId, onClose }: { serviceId: string; onClose: () => void }) {
  const { incident } = useIncident();
  const service = incident.services.find(({ id }) => id === serviceId);
  const [status, setStatus] = useState<ServiceStatus | 'OFF'>(service?.status ?? 'OPERATIONAL');
  const [reason, setReason] = useState('');
  const name = service?.name ?? 'The service';
  const missing = () => [
    ...(status === service?.status ? [{ field: 'status', message: 'Choose another status.' }] : []),
    ...missingReason(reason, 'Say why.'),
  ];
  const act = useAct({
    ...formOnIncident(incident),
    call: (asked: { status: ServiceStatus | 'OFF'; reason: string }, { version, key }) => {
      const { status: to, ...why } = asked;
      const change = { ref: incident.ref, serviceId, version, ...why };
      return to === 'OFF'
        ? api('DELETE /incidents/:ref/services/:serviceId', change, { key })
        : api('PATCH /incidents/:ref/services/:serviceId', { ...change, status: to }, { key });
    },
    missing,
    done:
      status === 'OFF'
        ? `${name} is off the incident`
        : `${name}: ${serviceStatusPublicLabel[status].toLowerCase()}`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Status of ${name}`}
      description="From then on it no longer follows the severity. Users see it at once."
      submit={status === 'OFF' ? 'Take it off' : 'Change the status'}
      act={act}
      onSubmit={() => act.run({ status, reason: reason.trim() })}
      onClose={onClose}
    >
      <StatusChoice
        value={status}
        onChange={setStatus}
        removable={incident.services.length > 1}
        error={act.errorOf('status')}
      />
      <ReasonField value={reason} onChange={setReason} error={act.errorOf('reason')} />
    </FormDialog>
  );
}

/** Another service that is affected too. */
export function AddServiceDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const { data: services = [] } = useQuery(serviceListQuery({ text: '', only: 'all' }));
  const byDefault = defaultStatus(incident.severity);
  const [serviceId, setServiceId] = useState('');
  const [status, setStatus] = useState<(typeof selectableStatuses)[number]>(byDefault);
  const [reason, setReason] = useState('');
  const differs = status !== byDefault;
  const missing = () => [
    ...(serviceId ? [] : [{ field: 'serviceId', message: 'Choose a service.' }]),
    ...(differs ? missingReason(reason, 'Say why it differs from what the severity says.') : []),
  ];
  const rest = services.filter(({ id }) => !incident.services.some((known) => known.id === id));
  const act = useAct({
    ...formOnIncident(incident),
    call: (body: { serviceId: string; status?: ServiceStatus; reason?: string }, { version, key }) =>
      api('POST /incidents/:ref/services', { ref: incident.ref, version, ...body }, { key }),
    missing,
    done: 'Service added',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Add a service"
      description="Users see its status at once."
      submit="Add it"
      act={act}
      onSubmit={() => act.run({ serviceId, ...(differs ? { status, reason: reason.trim() } : {}) })}
      onClose={onClose}
    >
      <SelectField
        {...act.field('serviceId')}
        label="Service"
        value={serviceId}
        onChange={(event) => setServiceId(event.target.value)}
        options={[
          { value: '', label: 'Choose …', disabled: true },
          ...rest.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <StatusChoice
        value={status}
        onChange={(next) => (next === 'OFF' ? undefined : setStatus(next))}
        error={act.errorOf('status')}
      />
      {differs ? <ReasonField value={reason} onChange={setReason} error={act.errorOf('reason')} /> : null}
    </FormDialog>
  );
}
