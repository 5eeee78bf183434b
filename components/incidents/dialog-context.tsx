'use client';

import { createContext, lazy, type ReactNode, Suspense, use, useState } from 'react';
import type { DialogRequest } from './dialog-request';

const IncidentDialog = lazy(() =>
  import('./dialogs/incident-dialog').then((module) => ({ default: module.IncidentDialog })),
);

const Ask = createContext<(request: DialogRequest) => void>(() => {});

/** One dialog at a time for the whole page; its code arrives when it is first asked for. */
export function DialogProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<DialogRequest | null>(null);
  return (
    <Ask value={setRequest}>
      {children}
      {request ? (
        <Suspense>
          <IncidentDialog request={request} onClose={() => setRequest(null)} />
        </Suspense>
      ) : null}
    </Ask>
  );
}

export function useDialog(): (request: DialogRequest) => void {
  return use(Ask);
}
