'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorsOf } from '@/components/api/call-api';

/**
 * Runs one act and reads the page anew, also after a refusal: whoever was second sees what the first one did, beside
 * the sentence that says so.
 */
export function useCheckAct(touched: readonly string[] = ['incident']) {
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ReturnType<typeof errorsOf> | null>(null);
  const refresh = (): Promise<unknown> =>
    Promise.all(touched.map((noun) => client.invalidateQueries({ queryKey: [noun] })));
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    setProblem(null);
    try {
      await act();
      await refresh();
      return true;
    } catch (error) {
      setProblem(errorsOf(error));
      void refresh();
      return false;
    } finally {
      setPending(false);
    }
  };
  return {
    run,
    pending,
    /** The sentence of the refusal. */
    error: problem?.summary[0]?.message ?? null,
    errorAt: (field: string): string | undefined => problem?.fields[field],
    forget: () => setProblem(null),
  };
}
