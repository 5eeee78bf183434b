'use client';

import { lazy, Suspense } from 'react';
import type { CommandGroup } from './command-store';
import { useEverTrue } from './use-ever-true';

const PaletteParts = lazy(() =>
  import('./palette-parts').then((module) => ({ default: module.PaletteParts })),
);

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Places, after the verbs that the page itself adds. */
  groups: readonly CommandGroup[];
};

export function CommandPalette(props: CommandPaletteProps) {
  const opened = useEverTrue(props.open);
  if (!opened) return null;
  return (
    <Suspense>
      <PaletteParts {...props} />
    </Suspense>
  );
}
