'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useIncident } from '@/components/incidents/incident-context';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField } from '@/components/ui/text-field';
import type { IncidentChecksView } from '@/lib/checks/queries/views';
import { type Area, areaLabel } from '@/lib/services/schema';
import { type CheckDraft, CheckFields } from './check-fields';
import { validProbe, wrongAddress } from './probe-choice';

interface AddCheckDialogProps {
  area: Area;
  services: IncidentChecksView['services'];
  onClose: () => void;
}

interface Draft extends CheckDraft {
  about: string;
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
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
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
      <CheckFields draft={draft} set={set} field={act.field} />
      <SelectField
        label="About"
        {...act.field('about')}
        value={draft.about}
        onChange={(event) => set({ about: event.target.value })}
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
    </FormDialog>
  );
}
