'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { CaseView } from '@/lib/suites/queries/views';
import type { CaseKind } from '@/lib/suites/schema';
import { saveCase } from './api';
import { readCaseForm } from './case-form-values';
import { FormDialog } from './form-dialog';
import { HttpCompareFields } from './http-compare-fields';
import { HttpRequestFields } from './http-request-fields';
import { LookFields } from './look-fields';

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
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [kind, setKind] = useState<CaseKind>(known?.kind ?? 'HTTP');
  const save = async (form: FormData): Promise<void> => {
    const input = readCaseForm(form);
    const saved = await saveCase(suiteId, known, input, key.current);
    showToast({ title: `“${input.name}” is saved` });
    await client.invalidateQueries({ queryKey: ['suite'] });
    onClose();
    onSaved(saved.id);
  };
  const request = known?.request.kind === kind ? known.request : null;
  const comparison = known?.comparison.kind === kind ? known.comparison : null;
  return (
    <FormDialog
      title={known ? 'Edit the case' : 'Add a case'}
      description="What a client asks, and which parts of the answer have to be as in the baseline."
      submit={known ? 'Save the case' : 'Add the case'}
      size="lg"
      save={save}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            label="What the client does"
            name="name"
            placeholder="Look at all items"
            defaultValue={known?.name ?? ''}
            {...errorOf('name')}
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
              <HttpRequestFields request={request?.kind === 'HTTP' ? request : null} errorOf={errorOf} />
              <HttpCompareFields
                comparison={comparison?.kind === 'HTTP' ? comparison : null}
                errorOf={errorOf}
              />
            </>
          ) : (
            <LookFields
              kind={kind}
              request={request && request.kind !== 'HTTP' ? request : null}
              comparison={comparison && comparison.kind !== 'HTTP' ? comparison : null}
              errorOf={errorOf}
            />
          )}
          <TimeFields known={known} errorOf={errorOf} />
        </>
      )}
    </FormDialog>
  );
}

type ErrorOf = (field: string) => { error?: string };

function TimeFields({ known, errorOf }: { known: CaseView | null; errorOf: ErrorOf }) {
  const latency = known?.comparison.latency;
  return (
    <div className="grid items-end gap-4 sm:grid-cols-3">
      <TextField
        label="Slowest answer, ms"
        name="comparison.latency.maxMs"
        type="number"
        min={1}
        optional
        defaultValue={latency?.maxMs ?? ''}
        {...errorOf('comparison.latency.maxMs')}
      />
      <TextField
        label="Times the baseline"
        name="comparison.latency.factor"
        type="number"
        min={1}
        step="any"
        optional
        defaultValue={latency?.factor ?? ''}
        {...errorOf('comparison.latency.factor')}
      />
      <TextField
        label="Give up after, ms"
        name="timeoutMs"
        type="number"
        min={100}
        max={60_000}
        defaultValue={known?.timeoutMs ?? 10_000}
        {...errorOf('timeoutMs')}
      />
    </div>
  );
}
