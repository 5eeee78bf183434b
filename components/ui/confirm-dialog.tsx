'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { useEverTrue } from './use-ever-true';

const ConfirmParts = lazy(() =>
  import('./confirm-parts').then((module) => ({ default: module.ConfirmParts })),
);

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: "Abort the rebuild?" */
  title: ReactNode;
  /** What happens to the users. */
  children: ReactNode;
  warning?: ReactNode | undefined;
  /** Repeats the verb: "Abort and write to users". */
  confirmLabel: string;
  /** The safe choice, which has the focus: "Keep going". */
  cancelLabel: string;
  /** The dialog closes when it is done, and shows the message of what it throws. */
  onConfirm: () => void | Promise<void>;
  tone?: 'danger' | 'primary' | undefined;
};

/** Only for what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const opened = useEverTrue(props.open);
  if (!opened) return null;
  return (
    <Suspense>
      <ConfirmParts {...props} />
    </Suspense>
  );
}
