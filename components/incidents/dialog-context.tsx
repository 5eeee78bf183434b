'use client';

import { createContext, type ReactNode, Suspense, use, useState } from 'react';

type Render = (onClose: () => void) => ReactNode;

const Ask = createContext<(dialog: Render) => void>(() => {});

/** One dialog at a time for the whole page. */
export function DialogProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<{ render: Render } | null>(null);
  return (
    <Ask value={(render) => setDialog({ render })}>
      {children}
      {dialog ? <Suspense>{dialog.render(() => setDialog(null))}</Suspense> : null}
    </Ask>
  );
}

/** Shows a dialog on the incident; it closes itself. */
export function useDialog(): (dialog: Render) => void {
  return use(Ask);
}
