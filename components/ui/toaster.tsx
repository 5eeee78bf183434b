'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { anyToast, watchFirstToast } from './show-toast';

const ToasterParts = lazy(() =>
  import('./toaster-parts').then((module) => ({ default: module.ToasterParts })),
);

/** Mounted once, in the root providers. */
export function Toaster() {
  const wanted = useSyncExternalStore(watchFirstToast, anyToast, () => false);
  if (!wanted) return null;
  return (
    <Suspense>
      <ToasterParts />
    </Suspense>
  );
}
