'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { counted } from '@/lib/language/words';
import type { RecordedBaselineView } from '@/lib/suites/queries/views';
import { AddressField, addressOf } from './address-field';

interface RecordDialogProps {
  suite: { id: string; cases: number; baselines: { address: string }[] };
  onClose: () => void;
}

/** Records a baseline from a healthy address; then asks about what changed between its two answers. */
export function RecordDialog({ suite, onClose }: RecordDialogProps) {
  const [recorded, setRecorded] = useState<RecordedBaselineView | null>(null);
  const act = useAct({
    touches: ['suite'],
    form: 'opened',
    call: (address: string, { key }) =>
      api('POST /suites/:suiteId/baselines', { suiteId: suite.id, address }, { key }),
    done: ({ number, cases }) => ({
      title: `Baseline ${number} is recorded`,
      description: `${counted(cases, 'case')} answered`,
    }),
    onDone: (made) => (made.volatile.length > 0 ? setRecorded(made) : onClose()),
  });
  if (recorded) return <VolatileDialog suiteId={suite.id} recorded={recorded} onClose={onClose} />;
  return (
    <FormDialog
      title="Record a new baseline"
      description={`Asks a healthy server ${counted(suite.cases, 'case')}, twice, and stores what it answers as known good.`}
      submit="Record"
      act={act}
      onSubmit={(form) => act.run(addressOf(form))}
      onClose={onClose}
    >
      <AddressField
        known={[...new Set(suite.baselines.map(({ address }) => address))].slice(0, 4)}
        hint="Only where everything works: later copies are compared with it"
        error={act.errorOf('address')}
      />
    </FormDialog>
  );
}

interface VolatileDialogProps {
  suiteId: string;
  recorded: RecordedBaselineView;
  onClose: () => void;
}

function VolatileDialog({ suiteId, recorded, onClose }: VolatileDialogProps) {
  const act = useAct({
    touches: ['suite'],
    form: 'opened',
    call: (cases: ReturnType<typeof ticked>, { key }) =>
      api('POST /suites/:suiteId/volatile', { suiteId, cases }, { key }),
    done: 'These are no longer compared',
    onDone: onClose,
  });
  const leaveOut = (form: FormData): void => {
    const cases = ticked(recorded, form);
    if (cases.length > 0) void act.run(cases);
    else onClose();
  };
  return (
    <FormDialog
      title="These change every time"
      description={`Baseline ${recorded.number} is recorded. The two answers were not the same here, so a right copy would differ too. Leave out:`}
      submit="Leave out what is ticked"
      act={act}
      onSubmit={leaveOut}
      onClose={onClose}
    >
      {recorded.volatile.map(({ caseId, name, headers, paths, sentence }) => (
        <ChoiceGroup key={caseId} name={caseId} legend={name} hint={sentence ?? undefined}>
          {headers.map((header) => (
            <Part key={header} value={`${caseId} header ${header}`} label={`header ${header}`} />
          ))}
          {paths.map((path) => (
            <Part key={path} value={`${caseId} path ${path}`} label={path} />
          ))}
        </ChoiceGroup>
      ))}
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

/** The parts of each case that are ticked in the form. */
function ticked(recorded: RecordedBaselineView, form: FormData) {
  const chosen = new Set(form.getAll('part').map(String));
  return recorded.volatile
    .map(({ caseId, headers, paths }) => ({
      caseId,
      headers: headers.filter((name) => chosen.has(`${caseId} header ${name}`)),
      paths: paths.filter((path) => chosen.has(`${caseId} path ${path}`)),
    }))
    .filter(({ headers, paths }) => headers.length + paths.length > 0);
}
