'use client';

import { type FormEvent, useId, useState } from 'react';
import { useIncident } from '@/components/incidents/incident-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { type Area, areaLabel } from '@/lib/services/schema';
import { addFinding } from './api';
import { useCheckAct } from './use-check-act';

interface FindingDialogProps {
  open: boolean;
  onClose: () => void;
  about?: { area: Area; serviceId: string | null; serverId: string | null; checkId: string | null };
  sentence?: string;
  /** Whether it is the cause, and not only suspected. */
  confirmed?: boolean;
}

const areas = Object.entries(areaLabel).map(([value, label]) => ({ value, label }));

/** Writes down where the fault may be, or where it is. */
export function FindingDialog(props: FindingDialogProps) {
  const { open, onClose, about, confirmed = false } = props;
  const title = confirmed ? 'Confirm the cause' : 'Add a finding';
  const form = useId();
  const { run, pending, error, forget } = useCheckAct();
  const close = (): void => {
    forget();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(to) => (to ? undefined : close())}
      title={title}
      description={
        confirmed
          ? 'Everybody on the incident reads it, on the timeline too.'
          : 'A suspicion that somebody should look into. It can be confirmed or ruled out.'
      }
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {title}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        area={about?.area ?? 'SERVICES'}
        sentence={props.sentence ?? ''}
        error={error}
        fixed={about !== undefined}
        onSave={async (ref, values) => {
          if (await run(() => addFinding(ref, { ...about, ...values, confirmed }))) close();
        }}
      />
    </Dialog>
  );
}

interface FormProps {
  id: string;
  area: Area;
  sentence: string;
  error: string | null;
  fixed: boolean;
  onSave: (ref: string, values: { area: Area; sentence: string }) => Promise<void>;
}

function Form({ id, area: first, sentence: said, error, fixed, onSave }: FormProps) {
  const { incident } = useIncident();
  const [area, setArea] = useState<Area>(first);
  const [sentence, setSentence] = useState(said);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void onSave(incident.ref, { area, sentence });
  };
  return (
    <form id={id} className="stack" onSubmit={save}>
      <TextAreaField
        label="In one sentence"
        name="finding-sentence"
        rows={3}
        value={sentence}
        onChange={(event) => setSentence(event.target.value)}
        required
        maxLength={500}
        error={error ?? undefined}
      />
      {fixed ? null : (
        <SelectField
          label="Where"
          name="finding-area"
          value={area}
          options={areas}
          onChange={(event) => setArea(event.target.value as Area)}
        />
      )}
    </form>
  );
}
