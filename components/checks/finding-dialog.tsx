'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useIncident } from '@/components/incidents/incident-context';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { type Area, areaLabel } from '@/lib/services/schema';

interface FindingDialogProps {
  about?: { area: Area; serviceId: string | null; serverId: string | null; checkId: string | null };
  sentence?: string;
  /** Whether it is the cause, and not only suspected. */
  confirmed?: boolean;
  onClose: () => void;
}

const areas = Object.entries(areaLabel).map(([value, label]) => ({ value, label }));

/** Writes down where the fault may be, or where it is. */
export function FindingDialog(props: FindingDialogProps) {
  const { about, confirmed = false, onClose } = props;
  const { incident } = useIncident();
  const [area, setArea] = useState<Area>(about?.area ?? 'SERVICES');
  const [sentence, setSentence] = useState(props.sentence ?? '');
  const act = useAct({
    touches: ['incident'],
    form: 'opened',
    call: (entered: { area: Area; sentence: string }, { key }) =>
      api('POST /incidents/:ref/findings', { ref: incident.ref, ...about, ...entered, confirmed }, { key }),
    onDone: onClose,
  });
  const title = confirmed ? 'Confirm the cause' : 'Add a finding';
  return (
    <FormDialog
      title={title}
      description={
        confirmed
          ? 'Everybody on the incident reads it, on the timeline too.'
          : 'A suspicion that somebody should look into. It can be confirmed or ruled out.'
      }
      submit={title}
      size="sm"
      act={act}
      onSubmit={() => act.run({ area, sentence })}
      onClose={onClose}
    >
      <TextAreaField
        label="In one sentence"
        {...act.field('sentence')}
        rows={3}
        value={sentence}
        onChange={(event) => setSentence(event.target.value)}
        maxLength={500}
      />
      {about ? null : (
        <SelectField
          label="Where"
          {...act.field('area')}
          value={area}
          options={areas}
          onChange={(event) => setArea(event.target.value as Area)}
        />
      )}
    </FormDialog>
  );
}
