'use client';

import { type FormEvent, useId, useState } from 'react';
import { useIncident } from '@/components/incidents/incident-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { IncidentChecksView } from '@/lib/checks/queries/views';
import { type Area, areaLabel } from '@/lib/services/schema';
import { actOnChecks } from './api';
import { type ProbeChoice, probeChoices, probeOf } from './probe-choice';
import { useCheckAct } from './use-check-act';

interface AddCheckDialogProps {
  area: Area;
  services: IncidentChecksView['services'];
  open: boolean;
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
function aboutOf(about: string): { serviceId: string | null; serverId: string | null } {
  const [serviceId = '', serverId = ''] = about.split(' ');
  return { serviceId: serviceId || null, serverId: serverId || null };
}

export function AddCheckDialog({ area, services, open, onClose }: AddCheckDialogProps) {
  const { incident } = useIncident();
  const [draft, setDraft] = useState(empty);
  const [wrong, setWrong] = useState<string>();
  const { run, pending, error, errorAt, forget } = useCheckAct();
  const form = useId();
  const close = (): void => {
    setDraft(empty);
    setWrong(undefined);
    forget();
    onClose();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const probe = probeOf(draft.choice, draft.address);
    if (typeof probe === 'string') return setWrong(probe);
    setWrong(undefined);
    const { name, instruction, about } = draft;
    const body = { area, name, instruction, ...aboutOf(about), probe };
    if (await run(() => actOnChecks(incident.ref, '', body))) close();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(to) => (to ? undefined : close())}
      title={`Add a check to ${areaLabel[area].toLowerCase()}`}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            Add the check
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={(event) => void save(event)}>
        {error && !errorAt('name') ? (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        ) : null}
        <Fields draft={draft} set={setDraft} services={services} wrong={wrong} nameError={errorAt('name')} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (draft: Draft) => void;
  services: IncidentChecksView['services'];
  wrong: string | undefined;
  nameError: string | undefined;
}

function Fields({ draft, set, services, wrong, nameError }: FieldsProps) {
  const kind = probeChoices.find((one) => one.value === draft.choice);
  return (
    <>
      <TextField
        label="What is checked"
        name="check-name"
        value={draft.name}
        onChange={(event) => set({ ...draft, name: event.target.value })}
        required
        maxLength={160}
        error={nameError}
      />
      <SelectField
        label="How"
        name="check-how"
        value={draft.choice}
        options={probeChoices}
        onChange={(event) => set({ ...draft, choice: event.target.value as ProbeChoice })}
      />
      {kind?.address ? (
        <TextField
          label={kind.address}
          name="check-address"
          value={draft.address}
          onChange={(event) => set({ ...draft, address: event.target.value })}
          hint={kind.hint}
          error={wrong}
          required
        />
      ) : null}
      <TextAreaField
        label="Instruction"
        name="check-instruction"
        rows={2}
        value={draft.instruction}
        onChange={(event) => set({ ...draft, instruction: event.target.value })}
        optional
        maxLength={2000}
      />
      <SelectField
        label="About"
        name="check-about"
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
