'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIncident } from '@/components/incidents/incident-context';
import { incidentListQuery } from '@/components/incidents/queries';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { SelectField } from '@/components/ui/text-field';
import { isolated } from '@/lib/platform/rules/isolate';
import { AskForm } from './ask-form';
import { allocationListQuery } from './queries';
import type { ResourceChoice } from './resource-select';

interface BookDialogProps {
  choices: readonly ResourceChoice[];
  resourceId: string;
  onClose: () => void;
}

const open = { scope: 'open', severity: '', service: '', text: '', after: '' } as const;

/** Books somebody or something for one of the open incidents. */
export function BookDialog({ choices, resourceId, onClose }: BookDialogProps) {
  const { data } = useQuery(incidentListQuery(open));
  const [chosen, setChosen] = useState('');
  const rows = data?.rows ?? [];
  const ref = chosen || (rows[0]?.ref ?? '');
  return (
    <Dialog open onOpenChange={(stay) => (stay ? undefined : onClose())} title="Book" size="sm">
      {!data ? (
        <Skeleton lines={4} label="Reading the open incidents" />
      ) : rows.length === 0 ? (
        <EmptyState card={false} icon="check" title="No incident is open">
          A booking is for an incident. For a drill, it is made with the run.
        </EmptyState>
      ) : (
        <AskForm
          incidentRef={ref}
          choices={choices}
          about={resourceId}
          given={{ resourceId }}
          onDone={onClose}
        >
          <SelectField
            name="incident"
            label="Incident"
            value={ref}
            onChange={(event) => setChosen(event.target.value)}
            options={rows.map((row) => ({ value: row.ref, label: `${row.ref} ${isolated(row.title)}` }))}
          />
        </AskForm>
      )}
    </Dialog>
  );
}

/** The same for the incident whose page it is. */
export function AllocateDialog({ onClose }: { onClose: () => void }) {
  const { ref } = useIncident().incident;
  const { data } = useQuery(allocationListQuery(ref));
  return (
    <Dialog
      open
      onOpenChange={(stay) => (stay ? undefined : onClose())}
      title="Allocate"
      description="People, teams, vendors or equipment, from a time until a time."
      size="sm"
    >
      {data ? (
        <AskForm incidentRef={ref} choices={data.choices} onDone={onClose} />
      ) : (
        <Skeleton lines={4} label="Reading who is free" />
      )}
    </Dialog>
  );
}
