'use client';

import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-parts';
import { useEverTrue } from './use-ever-true';

const DialogParts = lazy(() => import('./dialog-parts').then((module) => ({ default: module.DialogParts })));

export function Dialog(props: DialogProps) {
  const opened = useEverTrue(props.open);
  if (!opened) return null;
  return (
    <Suspense>
      <DialogParts {...props} />
    </Suspense>
  );
}
