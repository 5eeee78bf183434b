'use client';

import { lazy, Suspense } from 'react';
import type { CommandPaletteProps } from './palette-parts';
import { useEverTrue } from './use-ever-true';

const PaletteParts = lazy(() =>
  import('./palette-parts').then((module) => ({ default: module.PaletteParts })),
);

export function CommandPalette(props: CommandPaletteProps) {
  const opened = useEverTrue(props.open);
  if (!opened) return null;
  return (
    <Suspense>
      <PaletteParts {...props} />
    </Suspense>
  );
}
