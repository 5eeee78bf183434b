'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { FormDialog } from '@/components/ui/form-dialog';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import type { Visibility } from '@/lib/services/schema';

/** To everyone, or to the team only. */
export function VisibilityDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const [to] = useState<Visibility>(incident.visibility === 'PUBLIC' ? 'INTERNAL' : 'PUBLIC');
  const [reason, setReason] = useState('');
  const words =
    to === 'PUBLIC'
      ? {
          title: 'Show it to everyone',
          description:
            'It appears on the status page with its title, its public updates and the status of its services.',
          submit: 'Show it to everyone',
          done: `${incident.ref} is public`,
        }
      : {
          title: 'Keep it internal',
          description:
            'It leaves the status page, and its services show no trouble from it. What was mailed stays with the people who got it.',
          submit: 'Keep it internal',
          done: `${incident.ref} is internal`,
        };
  const act = useAct({
    ...formOnIncident(incident),
    call: (body: { visibility: Visibility; reason: string }, { version, key }) =>
      api('POST /incidents/:ref/visibility', { ref: incident.ref, version, ...body }, { key }),
    missing: () => missingReason(reason, 'Say why.'),
    done: words.done,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={words.title}
      description={words.description}
      submit={words.submit}
      act={act}
      onSubmit={() => act.run({ visibility: to, reason: reason.trim() })}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} error={act.errorOf('reason')} />
    </FormDialog>
  );
}
