'use client';

import { Dialog } from '@base-ui/react/dialog';
import { lazy, Suspense } from 'react';
import type { CommandGroup } from './command-store';
import { Spinner } from './spinner';

/** Loaded when it is first opened. */
const CommandList = lazy(() => import('./command-list').then((module) => ({ default: module.CommandList })));

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Places, after the verbs that the page itself adds. */
  groups: readonly CommandGroup[];
};

export function CommandPalette({ open, onOpenChange, groups }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="palette" aria-label="Search or jump to">
          <Suspense
            fallback={
              <div className="pad">
                <Spinner label="Loading" />
              </div>
            }
          >
            <CommandList groups={groups} onDone={() => onOpenChange(false)} />
          </Suspense>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
