'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { showToast } from '@/components/ui/show-toast';
import type { RecordedBaselineView } from '@/lib/suites/queries/views';
import { AddressField, addressOf } from './address-field';
import { ignoreVolatile, recordBaseline } from './api';
import { FormDialog } from './form-dialog';

interface RecordDialogProps {
  suite: { id: string; cases: number; baselines: { address: string }[] };
  onClose: () => void;
}

/** Records a baseline from a healthy address; then asks about what changed between its two answers. */
export function RecordDialog({ suite, onClose }: RecordDialogProps) {
  const client = useQueryClient();
  const [recorded, setRecorded] = useState<RecordedBaselineView | null>(null);
  const again = () => client.invalidateQueries({ queryKey: ['suite'] });
  const record = async (form: FormData): Promise<void> => {
    const made = await recordBaseline(suite.id, addressOf(form));
    showToast({ title: `Baseline ${made.number} is recorded`, description: `${made.cases} cases answered` });
    await again();
    if (made.volatile.length > 0) setRecorded(made);
    else onClose();
  };
  if (recorded)
    return <VolatileDialog suiteId={suite.id} recorded={recorded} onDone={again} onClose={onClose} />;
  return (
    <FormDialog
      title="Record a new baseline"
      description={`Asks all ${suite.cases} cases of a healthy server, twice, and keeps what it answers as known good.`}
      submit="Record"
      save={record}
      onClose={onClose}
    >
      {(errorOf) => (
        <AddressField
          known={[...new Set(suite.baselines.map(({ address }) => address))].slice(0, 4)}
          hint="Only where everything works: later copies are compared with it"
          {...errorOf('address')}
        />
      )}
    </FormDialog>
  );
}

interface VolatileDialogProps {
  suiteId: string;
  recorded: RecordedBaselineView;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}

function VolatileDialog({ suiteId, recorded, onDone, onClose }: VolatileDialogProps) {
  const save = async (form: FormData): Promise<void> => {
    const chosen = new Set(form.getAll('part').map(String));
    const cases = recorded.volatile
      .map(({ caseId, headers, paths }) => ({
        caseId,
        headers: headers.filter((name) => chosen.has(`${caseId} header ${name}`)),
        paths: paths.filter((path) => chosen.has(`${caseId} path ${path}`)),
      }))
      .filter(({ headers, paths }) => headers.length + paths.length > 0);
    if (cases.length > 0) {
      await ignoreVolatile(suiteId, cases);
      showToast({ title: 'These are no longer compared' });
      await onDone();
    }
    onClose();
  };
  return (
    <FormDialog
      title="These change every time"
      description={`Baseline ${recorded.number} is recorded. The two answers were not the same here, so a right copy would differ too. Leave out:`}
      submit="Leave out what is ticked"
      save={save}
      onClose={onClose}
    >
      {() =>
        recorded.volatile.map(({ caseId, name, headers, paths, sentence }) => (
          <ChoiceGroup key={caseId} id={caseId} legend={name} hint={sentence ?? undefined}>
            {headers.map((header) => (
              <Part key={header} value={`${caseId} header ${header}`} label={`header ${header}`} />
            ))}
            {paths.map((path) => (
              <Part key={path} value={`${caseId} path ${path}`} label={path} />
            ))}
          </ChoiceGroup>
        ))
      }
    </FormDialog>
  );
}

function Part({ value, label }: { value: string; label: string }) {
  return (
    <Choice
      type="checkbox"
      name="part"
      value={value}
      defaultChecked
      label={<span className="mono">{label}</span>}
    />
  );
}
