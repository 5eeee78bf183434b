'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { SeverityChoice } from '@/components/incidents/severity-choice';
import { StatusChanges } from '@/components/incidents/status-changes';
import { FormDialog } from '@/components/ui/form-dialog';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import type { IncidentView } from '@/lib/incidents/queries/views';
import { targetWords } from '@/lib/settings/rules/targets';
import { defaultStatus, type Severity, severityLabel } from '@/lib/severity/schema';

/** Another severity, for a reason that the reporters are told. */
export function RegradeDialog({ onClose }: { onClose: () => void }) {
  const { incident, settings } = useIncident();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [slow, setSlow] = useState(false);
  const [reason, setReason] = useState('');
  const missing = () => [
    ...(severity && severity !== incident.severity
      ? []
      : [
          {
            field: 'severity',
            message: `Choose another severity than ${severityLabel[incident.severity]}.`,
          },
        ]),
    ...missingReason(reason, 'Say why: the reporters are told.'),
  ];
  const act = useAct({
    ...formOnIncident(incident),
    call: (body: { severity: Severity; slow: boolean; reason: string }, { version, key }) =>
      api('POST /incidents/:ref/regrade', { ref: incident.ref, version, ...body }, { key }),
    missing,
    done: severity ? `${incident.ref} is ${severityLabel[severity]}` : 'Re-graded',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Re-grade"
      description={`It is ${severityLabel[incident.severity]} now. The new targets count from the start: the clock runs on.`}
      submit={severity ? `Re-grade to ${severityLabel[severity]}` : 'Re-grade'}
      act={act}
      onSubmit={() => act.run({ severity: severity ?? incident.severity, slow, reason: reason.trim() })}
      onClose={onClose}
    >
      <SeverityChoice
        value={severity ?? incident.severity}
        onChange={setSeverity}
        slow={slow}
        onSlow={setSlow}
        error={act.errorOf('severity')}
      />
      {severity ? (
        <p className="sm muted">
          Updates at least every {targetWords(settings.targets[severity].update)}, restored within{' '}
          {targetWords(settings.targets[severity].restore)}.
        </p>
      ) : null}
      {severity ? <FollowingServices incident={incident} severity={severity} slow={slow} /> : null}
      <ReasonField
        value={reason}
        onChange={setReason}
        hint="Every reporter of this incident reads it, word for word."
        error={act.errorOf('reason')}
      />
    </FormDialog>
  );
}

interface FollowingServicesProps {
  incident: IncidentView;
  severity: Severity;
  slow: boolean;
}

/** What users will see of the services that follow the severity. */
function FollowingServices({ incident, severity, slow }: FollowingServicesProps) {
  const to = defaultStatus(severity, { slow });
  const changed = incident.services.filter((service) => !service.chosen && service.status !== to);
  if (changed.length === 0) return null;
  return (
    <StatusChanges
      label="What users will see"
      changes={changed.map(({ id, name, status }) => ({ id, name, from: status, to }))}
    />
  );
}
