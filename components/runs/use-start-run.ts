'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, errorsOf } from '@/components/api/call-api';
import type { SummaryError } from '@/components/ui/error-summary';
import { type RunActView, type StartRun, startRun } from './api';

/** Starts a run once, however often the button is pressed. Null when it was refused; the reason is in `errors`. */
export function useStartRun() {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const start = async (body: StartRun): Promise<RunActView | null> => {
    setPending(true);
    setErrors([]);
    try {
      const started = await startRun(body, key.current);
      await Promise.all(['run', 'incident'].map((noun) => client.invalidateQueries({ queryKey: [noun] })));
      return started;
    } catch (error) {
      // Nobody knows whether an unanswered call arrived: its key stays, so that trying again cannot do it twice.
      if (!(error instanceof ApiProblem) || error.problem.status !== 0) key.current = crypto.randomUUID();
      setErrors(errorsOf(error).summary.map(({ message }) => ({ message })));
      return null;
    } finally {
      setPending(false);
    }
  };
  return { start, pending, errors, setErrors };
}
