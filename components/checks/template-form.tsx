'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { changedSince } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField } from '@/components/ui/text-field';
import type { CheckTemplatesView, CheckTemplateView } from '@/lib/checks/queries/views';
import { type Area, areaLabel } from '@/lib/services/schema';
import { type CheckDraft, CheckFields } from './check-fields';
import { choiceOf, validProbe, wrongAddress } from './probe-choice';

interface TemplateDialogProps {
  /** The line that is changed; null for a new one. */
  template: CheckTemplateView | null;
  service: CheckTemplatesView['service'];
  onClose: () => void;
}

interface Draft extends CheckDraft {
  area: Area;
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
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
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
      const { id } = template;
      const changed = changedSince<typeof line>(draftOf(template), line);
      const other = isProbeUnchanged(template, entered) ? {} : { probe: validProbe(choice, address) };
      return api('PATCH /check-templates/:id', { ...changed, ...other, id, version }, { key });
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
          onChange={(event) => set({ own: event.target.value === 'own' })}
        />
      ) : null}
      <SelectField
        label="Area"
        {...act.field('area')}
        value={draft.area}
        options={areas}
        onChange={(event) => set({ area: event.target.value as Area })}
      />
      <CheckFields
        draft={draft}
        set={set}
        field={act.field}
        kept={template !== null && choiceOf(template.probe) === null}
      />
    </FormDialog>
  );
}
