'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { TeamView } from '@/lib/members/team-schema';
import { memberOptionsQuery, saveTeam } from './api';
import { useFormSave } from './use-form-save';

interface TeamDialogProps {
  /** Null for a new one. */
  team: TeamView | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function TeamDialog({ team, open, onOpenChange }: TeamDialogProps) {
  const client = useQueryClient();
  const formId = useId();
  const key = useRef(crypto.randomUUID());
  const { data: people = [] } = useQuery({ ...memberOptionsQuery(), enabled: open });
  const { onSubmit, pending, summary, errorOf, clear } = useFormSave(async (form) => {
    const saved = await saveTeam(
      team,
      {
        name: String(form.get('name') ?? ''),
        capacity: Number(form.get('capacity') ?? 1),
        leadId: String(form.get('leadId') ?? '') || null,
        memberIds: form.getAll('memberIds').map(String),
      },
      key.current,
    );
    key.current = crypto.randomUUID();
    showToast({ title: `${saved.name} is saved` });
    onOpenChange(false);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['team'] }),
      client.invalidateQueries({ queryKey: ['member', 'people'] }),
    ]);
  });
  const change = (next: boolean): void => {
    clear();
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      size="md"
      title={team ? team.name : 'New team'}
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {team ? 'Save' : 'Make the team'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <TextField label="Name" name="name" defaultValue={team?.name ?? ''} {...errorOf('name')} />
        <TextField
          label="At once"
          name="capacity"
          type="number"
          min={1}
          hint="How many bookings the team takes side by side"
          defaultValue={team?.capacity ?? 1}
          {...errorOf('capacity')}
        />
        <SelectField
          key={`lead ${people.length}`}
          label="Lead"
          name="leadId"
          optional
          defaultValue={team?.lead?.id ?? ''}
          options={[
            { value: '', label: 'Nobody' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...errorOf('leadId')}
        />
        <ChoiceGroup id="memberIds" legend="People" layout="grid" {...errorOf('memberIds')}>
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
      </form>
    </Dialog>
  );
}
