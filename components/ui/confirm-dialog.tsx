'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import type { ActState } from './act-state';

const ConfirmParts = lazy(() =>
  import('./confirm-parts').then((module) => ({ default: module.ConfirmParts })),
);

export type ConfirmDialogProps = {
  /** A question: "Abort the rebuild?" */
  title: ReactNode;
  /** What happens to the users. */
  children: ReactNode;
  /** Repeats the verb: "Abort and write to users". */
  confirmLabel: string;
  /** The safe choice, which has the focus: "Keep going". */
  cancelLabel: string;
  act: ActState;
  onConfirm: () => void;
  onClose: () => void;
  tone?: 'danger' | 'primary' | undefined;
};

/** Only for what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense>
      <ConfirmParts {...props} />
    </Suspense>
  );
}
