'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '@/components/api/call-api';
import type { BookingRefusal } from '@/lib/resources/view-schema';

/** What a refused double booking says of the clash, or null of any other refusal. */
export function bookingRefusal(error: unknown): BookingRefusal | null {
  const details = error instanceof ApiProblem ? error.problem.details : undefined;
  return details && 'clash' in details && 'freeAt' in details ? (details as unknown as BookingRefusal) : null;
}

/** Runs one act on bookings; afterwards, and after a refusal, everything that shows them is read again. */
export function useAllocationAct() {
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const refresh = async (): Promise<void> => {
    const keys = [['allocation'], ['resource'], ['incident'], ['home']];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setRefusal(null);
    try {
      await act();
      await refresh();
      return true;
    } catch (error) {
      setRefusal(error);
      void refresh();
      return false;
    } finally {
      setPending(false);
    }
  };
  return { run, pending, refusal, clear: () => setRefusal(null) };
}
