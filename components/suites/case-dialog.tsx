'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import type { FieldOf } from '@/components/ui/act-state';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { CaseView } from '@/lib/suites/queries/views';
import type { CaseInput } from '@/lib/suites/rules/case';
import type { CaseKind } from '@/lib/suites/schema';
import { readCaseForm } from './case-form-values';
import { HttpCompareFields } from './http-compare-fields';
import { HttpRequestFields } from './http-request-fields';
import { ProbeFields } from './probe-fields';

interface CaseDialogProps {
  suiteId: string;
  /** Null for a new one. */
  known: CaseView | null;
  onSaved: (caseId: string) => void;
  onClose: () => void;
}

const kinds: { value: CaseKind; label: string }[] = [
  { value: 'HTTP', label: 'A request (HTTP)' },
  { value: 'TCP', label: 'A port that answers (TCP)' },
  { value: 'TLS', label: 'A certificate (TLS)' },
  { value: 'DNS', label: 'A name that resolves (DNS)' },
];

/** One case: what is asked, and what has to be as in the baseline. */
export function CaseDialog({ suiteId, known, onSaved, onClose }: CaseDialogProps) {
  const [kind, setKind] = useState<CaseKind>(known?.kind ?? 'HTTP');
  const act = useAct({
    touches: ['suite'],
    version: known?.version,
    form: 'opened',
    call: ({ said, changed }: Entered<CaseInput>, { version, key }) =>
      known
        ? api(
            'PATCH /suites/:suiteId/cases/:caseId',
            { suiteId, caseId: known.id, version, ...changed },
            { key },
          )
        : api('POST /suites/:suiteId/cases', { suiteId, ...said }, { key }),
    done: (_, { said: { name } }) => `“${name}” is saved`,
    onDone: ({ id }) => {
      onClose();
      onSaved(id);
    },
  });
  const request = known?.request.kind === kind ? known.request : null;
  const comparison = known?.comparison.kind === kind ? known.comparison : null;
  return (
    <FormDialog
      title={known ? 'Edit the case' : 'Add a case'}
      description="What a client asks, and which parts of the answer have to be as in the baseline."
      submit={known ? 'Save the case' : 'Add the case'}
      size="lg"
      act={act}
      onSubmit={(form, opened) => act.run(entered(readCaseForm, form, opened))}
      onClose={onClose}
    >
      <TextField
        label="What the client does"
        {...act.field('name')}
        placeholder="Look at all items"
        defaultValue={known?.name ?? ''}
      />
      <SelectField
        label="Asks for"
        name="kind"
        value={kind}
        onChange={(event) => setKind(event.target.value as CaseKind)}
        options={kinds}
      />
      {kind === 'HTTP' ? (
        <>
          <HttpRequestFields request={request?.kind === 'HTTP' ? request : null} field={act.field} />
          <HttpCompareFields comparison={comparison?.kind === 'HTTP' ? comparison : null} field={act.field} />
        </>
      ) : (
        <ProbeFields
          kind={kind}
          request={request && request.kind !== 'HTTP' ? request : null}
          comparison={comparison && comparison.kind !== 'HTTP' ? comparison : null}
          field={act.field}
        />
      )}
      <TimeFields known={known} field={act.field} />
    </FormDialog>
  );
}

function TimeFields({ known, field }: { known: CaseView | null; field: FieldOf }) {
  const latency = known?.comparison.latency;
  return (
    <div className="grid items-end gap-4 sm:grid-cols-3">
      <TextField
        label="Slowest answer, ms"
        {...field('comparison.latency.maxMs')}
        type="number"
        min={1}
        optional
        defaultValue={latency?.maxMs ?? ''}
      />
      <TextField
        label="Times the baseline"
        {...field('comparison.latency.factor')}
        type="number"
        min={1}
        step="any"
        optional
        defaultValue={latency?.factor ?? ''}
      />
      <TextField
        label="Give up after, ms"
        {...field('timeoutMs')}
        type="number"
        min={100}
        max={60_000}
        defaultValue={known?.timeoutMs ?? 10_000}
      />
    </div>
  );
}
