'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { memberOptionsQuery } from '@/components/members/queries';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { fitsRole } from '@/lib/incidents/rules/fits-role';
import { type IncidentRole, incidentRoleLabel, incidentRoleSchema } from '@/lib/incidents/schema';

/** Gives a role; whoever held it hands over in the same moment. Resolvers are several. */
export function RoleDialog({ first, onClose }: { first: IncidentRole; onClose: () => void }) {
  const { incident, memberId: me } = useIncident();
  const { data: members = [] } = useQuery(memberOptionsQuery);
  const [role, setRole] = useState(first);
  const [memberId, setMemberId] = useState('');
  const [note, setNote] = useState('');
  const holders = incident.roles.filter((one) => one.role === role);
  const choices = members.filter(
    (member) => fitsRole(member, role) && !holders.some((holder) => holder.member.id === member.id),
  );
  const holder = role === 'RESOLVER' ? undefined : holders[0];
  const chosen = members.find((member) => member.id === memberId);
  const act = useAct({
    ...formOnIncident(incident),
    call: (body: { role: IncidentRole; memberId: string; note?: string }, { version, key }) =>
      api('POST /incidents/:ref/roles', { ref: incident.ref, version, ...body }, { key }),
    missing: () => (memberId ? [] : [{ field: 'memberId', message: 'Choose somebody.' }]),
    done: `${incidentRoleLabel[role]}: ${chosen?.name ?? 'given'}`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={holder ? 'Hand over' : 'Give a role'}
      description={holder ? `${holder.member.name} has this role now.` : undefined}
      submit={holder ? 'Hand over' : 'Give the role'}
      size="sm"
      act={act}
      onSubmit={() => act.run({ role, memberId, ...(note.trim() ? { note: note.trim() } : {}) })}
      onClose={onClose}
    >
      <SelectField
        {...act.field('role')}
        label="Role"
        value={role}
        onChange={(event) => {
          setRole(incidentRoleSchema.parse(event.target.value));
          setMemberId('');
        }}
        options={incidentRoleSchema.options.map((value) => ({ value, label: incidentRoleLabel[value] }))}
      />
      <SelectField
        {...act.field('memberId')}
        label="To"
        value={memberId}
        onChange={(event) => setMemberId(event.target.value)}
        options={[
          { value: '', label: 'Choose …', disabled: true },
          ...choices.map((member) => ({
            value: member.id,
            label: member.id === me ? `${member.name} (me)` : member.name,
          })),
        ]}
      />
      {holder ? <NoteField value={note} onChange={setNote} error={act.errorOf('note')} /> : null}
    </FormDialog>
  );
}

interface NoteFieldProps {
  value: string;
  onChange: (note: string) => void;
  error: string | undefined;
}

function NoteField({ value, onChange, error }: NoteFieldProps) {
  return (
    <TextAreaField
      name="note"
      label="What they need to know"
      optional
      rows={3}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}
