'use client';

import { useQuery } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { TeamView } from '@/lib/members/queries/views';
import { memberOptionsQuery } from './queries';

interface TeamDialogProps {
  /** Null for a new one. */
  team: TeamView | null;
  onClose: () => void;
}

function inputOf(form: FormData): Input<'POST /teams'> {
  return {
    name: String(form.get('name') ?? ''),
    capacity: Number(form.get('capacity') ?? 1),
    leadId: String(form.get('leadId') ?? '') || null,
    memberIds: form.getAll('memberIds').map(String).toSorted(),
  };
}

function peopleOf(team: TeamView | null) {
  const { lead = null, members = [] } = team ?? {};
  return lead && !members.some(({ id }) => id === lead.id) ? [lead, ...members] : members;
}

export function TeamDialog({ team, onClose }: TeamDialogProps) {
  // Whoever is in it is there from the beginning, so that the form says so when it is opened.
  const { data: people = peopleOf(team) } = useQuery(memberOptionsQuery);
  const act = useAct({
    touches: ['team', 'member'],
    version: team?.version,
    form: 'opened',
    call: ({ said, changed }: Entered<Input<'POST /teams'>>, { version, key }) =>
      team
        ? api('PATCH /teams/:teamId', { teamId: team.id, version, ...changed }, { key })
        : api('POST /teams', said, { key }),
    done: ({ name }) => `${name} is saved`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={team ? team.name : 'New team'}
      submit={team ? 'Save' : 'Make the team'}
      act={act}
      onSubmit={(form, opened) => act.run(entered(inputOf, form, opened))}
      onClose={onClose}
    >
      <TextField {...act.field('name')} label="Name" defaultValue={team?.name ?? ''} />
      <TextField
        {...act.field('capacity')}
        label="At once"
        type="number"
        min={1}
        hint="How many incidents or actions the team takes side by side"
        defaultValue={team?.capacity ?? 1}
      />
      <SelectField
        {...act.field('leadId')}
        key={`lead ${people.length}`}
        label="Lead"
        optional
        defaultValue={team?.lead?.id ?? ''}
        options={[
          { value: '', label: 'Nobody' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ChoiceGroup {...act.field('memberIds')} legend="People" layout="grid">
        {people.map(({ id, name }) => (
          <Choice
            key={id}
            type="checkbox"
            name="memberIds"
            value={id}
            label={name}
            defaultChecked={team?.members.some((member) => member.id === id)}
          />
        ))}
      </ChoiceGroup>
    </FormDialog>
  );
}
