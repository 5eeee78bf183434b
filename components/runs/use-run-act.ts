'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, errorsOf } from '@/components/api/call-api';
import type { SummaryError } from '@/components/ui/error-summary';
import { actOnRun } from './api';
import { useRun } from './run-context';

/**
 * Runs one act on the run. A refusal keeps what was typed; after a conflict the run is read anew, so that whoever
 * presses again has seen what changed.
 */
export function useRunAct() {
  const client = useQueryClient();
  const { ref } = useRun();
  const [pending, setPending] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  // Nobody knows whether an unanswered call arrived: the same act tried again keeps its key, so that it cannot happen twice.
  const unanswered = useRef<{ call: string; key: string } | null>(null);

  const refresh = async (): Promise<void> => {
    await Promise.all(['run', 'incident'].map((noun) => client.invalidateQueries({ queryKey: [noun] })));
  };
  const act = async (path: string, body: object): Promise<boolean> => {
    const call = JSON.stringify([path, body]);
    const key = unanswered.current?.call === call ? unanswered.current.key : crypto.randomUUID();
    setPending(path);
    setErrors([]);
    try {
      await actOnRun(ref, path, body, key);
      unanswered.current = null;
      return true;
    } catch (error) {
      const status = error instanceof ApiProblem ? error.problem.status : null;
      unanswered.current = status === 0 ? { call, key } : null;
      setErrors(
        errorsOf(error).summary.map(({ field, message }) =>
          field ? { field: `run-${field}`, message } : { message },
        ),
      );
      return false;
    } finally {
      await refresh();
      setPending(null);
    }
  };
  const errorOf = (field: string) => errors.find((error) => error.field === `run-${field}`)?.message;
  return { act, pending, errors, setErrors, errorOf };
}
