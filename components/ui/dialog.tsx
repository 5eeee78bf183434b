'use client';

import { lazy, type ReactNode, type RefObject, Suspense } from 'react';
import { useEverTrue } from './use-ever-true';

const DialogParts = lazy(() => import('./dialog-parts').then((module) => ({ default: module.DialogParts })));

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode | undefined;
  /** Buttons; the main one last. */
  footer?: ReactNode | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode | undefined;
};

export function Dialog(props: DialogProps) {
  const opened = useEverTrue(props.open);
  if (!opened) return null;
  return (
    <Suspense>
      <DialogParts {...props} />
    </Suspense>
  );
}
