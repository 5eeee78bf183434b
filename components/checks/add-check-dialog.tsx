'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useIncident } from '@/components/incidents/incident-context';
import type { FieldOf } from '@/components/ui/act-state';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { IncidentChecksView } from '@/lib/checks/queries/views';
import { type Area, areaLabel } from '@/lib/services/schema';
import { type ProbeChoice, probeChoices, validProbe, wrongAddress } from './probe-choice';

interface AddCheckDialogProps {
  area: Area;
  services: IncidentChecksView['services'];
  onClose: () => void;
}

interface Draft {
  name: string;
  instruction: string;
  about: string;
  choice: ProbeChoice;
  address: string;
}

const empty: Draft = { name: '', instruction: '', about: '', choice: 'PERSON', address: '' };

/** `service` or `service server`, as the choice of what it is about carries them. */
function parseAbout(about: string): { serviceId: string | null; serverId: string | null } {
  const [serviceId = '', serverId = ''] = about.split(' ');
  return { serviceId: serviceId || null, serverId: serverId || null };
}

export function AddCheckDialog({ area, services, onClose }: AddCheckDialogProps) {
  const { incident } = useIncident();
  const [draft, setDraft] = useState(empty);
  const act = useAct({
    touches: ['incident'],
    form: 'opened',
    call: ({ choice, address, about, ...line }: Draft, { key }) => {
      const body = {
        ref: incident.ref,
        area,
        ...line,
        ...parseAbout(about),
        probe: validProbe(choice, address),
      };
      return api('POST /incidents/:ref/checks', body, { key });
    },
    missing: ({ choice, address }) => wrongAddress(choice, address),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Add a check to ${areaLabel[area].toLowerCase()}`}
      submit="Add the check"
      size="sm"
      act={act}
      onSubmit={() => act.run(draft)}
      onClose={onClose}
    >
      <Fields draft={draft} set={setDraft} services={services} field={act.field} />
    </FormDialog>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (draft: Draft) => void;
  services: IncidentChecksView['services'];
  field: FieldOf;
}

function Fields({ draft, set, services, field }: FieldsProps) {
  const kind = probeChoices.find((one) => one.value === draft.choice);
  return (
    <>
      <TextField
        label="What is checked"
        {...field('name')}
        value={draft.name}
        onChange={(event) => set({ ...draft, name: event.target.value })}
        maxLength={160}
      />
      <SelectField
        label="How"
        {...field('how')}
        value={draft.choice}
        options={probeChoices}
        onChange={(event) => set({ ...draft, choice: event.target.value as ProbeChoice })}
      />
      {kind?.address ? (
        <TextField
          label={kind.address}
          {...field('probe')}
          value={draft.address}
          onChange={(event) => set({ ...draft, address: event.target.value })}
          hint={kind.hint}
        />
      ) : null}
      <TextAreaField
        label="Instruction"
        {...field('instruction')}
        rows={2}
        value={draft.instruction}
        onChange={(event) => set({ ...draft, instruction: event.target.value })}
        optional
        maxLength={2000}
      />
      <SelectField
        label="About"
        {...field('about')}
        value={draft.about}
        onChange={(event) => set({ ...draft, about: event.target.value })}
      >
        <option value="">The incident as a whole</option>
        {services.map((service) => (
          <optgroup key={service.id} label={service.name}>
            <option value={service.id}>{service.name}</option>
            {service.servers.map((server) => (
              <option key={server.id} value={`${service.id} ${server.id}`}>
                {server.name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
    </>
  );
}
