'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import type { FieldOf } from '@/components/ui/act-state';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import type { CheckTemplatesView, CheckTemplateView } from '@/lib/checks/queries/views';
import { type Area, areaLabel } from '@/lib/services/schema';
import { choiceOf, type ProbeChoice, probeChoices, validProbe, wrongAddress } from './probe-choice';

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

/** What the form cannot show of a probe, like an expected answer, stays as it is. */
function isProbeUnchanged(template: CheckTemplateView | null, { choice, address }: Draft): boolean {
  if (!template) return false;
  const before = choiceOf(template.probe);
  return before === null || (before.choice === choice && before.address === address);
}

/** Adds a line to a checklist, or changes one. */
export function TemplateDialog({ template, service, onClose }: TemplateDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(template));
  const act = useAct({
    touches: ['checkTemplate'],
    version: template?.version,
    form: 'opened',
    call: (entered: Draft, { version, key }) => {
      const { choice, address, own, ...line } = entered;
      if (!template) {
        const probe = validProbe(choice, address);
        const serviceId = own ? (service?.id ?? null) : null;
        return api('POST /check-templates', { ...line, probe, serviceId }, { key });
      }
      const { id, position } = template;
      const probe = isProbeUnchanged(template, entered) ? template.probe : validProbe(choice, address);
      return api('PATCH /check-templates/:id', { ...line, probe, id, position, version }, { key });
    },
    missing: (entered) =>
      isProbeUnchanged(template, entered) ? [] : wrongAddress(entered.choice, entered.address),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={template ? 'Change the check' : 'Add a check'}
      description="It counts for checklists that are created from now on."
      submit={template ? 'Save' : 'Add the check'}
      size="sm"
      act={act}
      onSubmit={() => act.run(draft)}
      onClose={onClose}
    >
      {template === null && service ? (
        <SelectField
          label="For"
          {...act.field('for')}
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
        field={act.field}
        kept={template !== null && choiceOf(template.probe) === null}
      />
    </FormDialog>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (draft: Draft) => void;
  field: FieldOf;
  /** Whether how it is done stays as it is. */
  kept: boolean;
}

function Fields({ draft, set, field, kept }: FieldsProps) {
  const kind = probeChoices.find((one) => one.value === draft.choice);
  return (
    <>
      <SelectField
        label="Area"
        {...field('area')}
        value={draft.area}
        options={areas}
        onChange={(event) => set({ ...draft, area: event.target.value as Area })}
      />
      <TextField
        label="What is checked"
        {...field('name')}
        value={draft.name}
        onChange={(event) => set({ ...draft, name: event.target.value })}
        maxLength={160}
      />
      <TextAreaField
        label="Instruction"
        {...field('instruction')}
        rows={3}
        value={draft.instruction}
        onChange={(event) => set({ ...draft, instruction: event.target.value })}
        optional
        maxLength={2000}
      />
      {kept ? null : (
        <SelectField
          label="How"
          {...field('how')}
          value={draft.choice}
          options={probeChoices}
          onChange={(event) => set({ ...draft, choice: event.target.value as ProbeChoice })}
        />
      )}
      {kept || !kind?.address ? null : (
        <TextField
          label={kind.address}
          {...field('probe')}
          value={draft.address}
          onChange={(event) => set({ ...draft, address: event.target.value })}
          hint={kind.hint}
        />
      )}
    </>
  );
}
