'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, errorsOf } from '@/components/api/call-api';
import type { SummaryError } from '@/components/ui/error-summary';
import { incidentQuery } from './api';
import { useIncident } from './incident-context';

export interface ActCall {
  /** The version that was looked at. */
  version: number;
  /** Makes a repeated click or retry one act. */
  key: string;
}

/**
 * Runs one act on the incident. A refusal keeps everything that was typed; after a conflict the newer version is read,
 * so that whoever presses again has seen what changed.
 */
export function useAct(fieldOf: (path: string) => string = (path) => `act-${path.split('.')[0]}`) {
  const client = useQueryClient();
  const { incident } = useIncident();
  const [seen, setSeen] = useState(incident.version);
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const key = useRef(crypto.randomUUID());

  const refresh = async (): Promise<void> => {
    void client.invalidateQueries({ queryKey: ['home'] });
    await client.invalidateQueries({ queryKey: ['incident'] });
  };

  const refused = async (error: unknown): Promise<void> => {
    const status = error instanceof ApiProblem ? error.problem.status : null;
    // Nobody knows whether an unanswered call arrived: its key stays, so that trying again cannot do it twice.
    if (status !== 0) key.current = crypto.randomUUID();
    setErrors(
      errorsOf(error).summary.map(({ field, message }) =>
        field ? { field: fieldOf(field), message } : { message },
      ),
    );
    if (status !== 409) return;
    await refresh();
    setSeen(client.getQueryData(incidentQuery(incident.ref).queryKey)?.version ?? seen);
  };

  const run = async (act: (call: ActCall) => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setErrors([]);
    try {
      await act({ version: seen, key: key.current });
      key.current = crypto.randomUUID();
      await refresh();
      setSeen(client.getQueryData(incidentQuery(incident.ref).queryKey)?.version ?? seen);
      return true;
    } catch (error) {
      await refused(error);
      return false;
    } finally {
      setPending(false);
    }
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return { run, pending, errors, setErrors, errorOf };
}
