'use client';

import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './confirm-parts';

const ConfirmParts = lazy(() =>
  import('./confirm-parts').then((module) => ({ default: module.ConfirmParts })),
);

/** Only for what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Suspense>
      <ConfirmParts {...props} />
    </Suspense>
  );
}
