'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { CheckTemplatesView, CheckTemplateView } from '@/lib/checks/queries/views';
import { type Area, areaLabel } from '@/lib/services/schema';
import { saveTemplate } from './api';
import { choiceOf, type ProbeChoice, probeChoices, probeOf } from './probe-choice';
import { useCheckAct } from './use-check-act';

interface TemplateDialogProps {
  /** The line that is changed; null for a new one. */
  template: CheckTemplateView | null;
  service: CheckTemplatesView['service'];
  onClose: () => void;
}

interface Draft {
  area: Area;
  name: string;
  instruction: string;
  choice: ProbeChoice;
  address: string;
  /** Whether it belongs to this service alone. */
  own: boolean;
}

const areas = Object.entries(areaLabel).map(([value, label]) => ({ value, label }));

function draftOf(template: CheckTemplateView | null): Draft {
  if (!template) {
    return { area: 'SERVICES', name: '', instruction: '', choice: 'PERSON', address: '', own: true };
  }
  const { area, name, instruction, probe, service } = template;
  const { choice, address } = choiceOf(probe) ?? { choice: 'PERSON', address: '' };
  return { area, name, instruction, choice, address, own: service !== null };
}

/** Adds a line to a checklist, or changes one. */
export function TemplateDialog({ template, service, onClose }: TemplateDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(template));
  const [wrong, setWrong] = useState<string>();
  const { run, pending, error } = useCheckAct(['checkTemplate']);
  const form = useId();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { area, name, instruction, choice, address, own } = draft;
    const before = template ? choiceOf(template.probe) : null;
    const same =
      template !== null && (before === null || (before.choice === choice && before.address === address));
    // What the form cannot show of a probe, like an expected answer, stays as it is.
    const probe = same ? template.probe : probeOf(choice, address);
    if (typeof probe === 'string') return setWrong(probe);
    setWrong(undefined);
    const fields = { area, name, instruction, probe };
    const body = template
      ? { ...fields, version: template.version, position: template.position }
      : { ...fields, serviceId: own ? (service?.id ?? null) : null };
    if (await run(() => saveTemplate(template?.id ?? null, body))) onClose();
  };
  const title = template ? 'Change the check' : 'Add a check';
  return (
    <Dialog
      open
      onOpenChange={(to) => (to ? undefined : onClose())}
      title={title}
      description="It counts for checklists that are laid out from now on."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {template ? 'Save' : 'Add the check'}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={(event) => void save(event)}>
        {error ? (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        ) : null}
        {template === null && service ? (
          <SelectField
            label="For"
            name="template-for"
            value={draft.own ? 'own' : 'all'}
            options={[
              { value: 'own', label: `${service.name} only` },
              { value: 'all', label: 'All services' },
            ]}
            onChange={(event) => setDraft({ ...draft, own: event.target.value === 'own' })}
          />
        ) : null}
        <Fields
          draft={draft}
          set={setDraft}
          wrong={wrong}
          kept={template !== null && choiceOf(template.probe) === null}
        />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (draft: Draft) => void;
  wrong: string | undefined;
  /** Whether how it is done stays as it is. */
  kept: boolean;
}

function Fields({ draft, set, wrong, kept }: FieldsProps) {
  const kind = probeChoices.find((one) => one.value === draft.choice);
  return (
    <>
      <SelectField
        label="Area"
        name="template-area"
        value={draft.area}
        options={areas}
        onChange={(event) => set({ ...draft, area: event.target.value as Area })}
      />
      <TextField
        label="What is checked"
        name="template-name"
        value={draft.name}
        onChange={(event) => set({ ...draft, name: event.target.value })}
        required
        maxLength={160}
      />
      <TextAreaField
        label="Instruction"
        name="template-instruction"
        rows={3}
        value={draft.instruction}
        onChange={(event) => set({ ...draft, instruction: event.target.value })}
        optional
        maxLength={2000}
      />
      {kept ? null : (
        <SelectField
          label="How"
          name="template-how"
          value={draft.choice}
          options={probeChoices}
          onChange={(event) => set({ ...draft, choice: event.target.value as ProbeChoice })}
        />
      )}
      {kept || !kind?.address ? null : (
        <TextField
          label={kind.address}
          name="template-address"
          value={draft.address}
          onChange={(event) => set({ ...draft, address: event.target.value })}
          hint={kind.hint}
          error={wrong}
          required
        />
      )}
    </>
  );
}
