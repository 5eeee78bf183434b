'use client';

import { useState } from 'react';
import { actOnIncident } from '@/components/incidents/api';
import { useIncident } from '@/components/incidents/incident-context';
import { ActDialog } from './act-dialog';
import { missingReason, ReasonField } from './reason-field';

/** To everyone, or to the team only. */
export function VisibilityDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const [to] = useState(incident.visibility === 'PUBLIC' ? 'INTERNAL' : 'PUBLIC');
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
  return (
    <ActDialog
      {...words}
      missing={() => missingReason(reason, 'Say why.')}
      act={({ version, key }) =>
        actOnIncident(incident.ref, 'visibility', { visibility: to, reason: reason.trim(), version }, { key })
      }
      onClose={onClose}
    >
      {(errorOf) => <ReasonField value={reason} onChange={setReason} error={errorOf('act-reason')} />}
    </ActDialog>
  );
}
