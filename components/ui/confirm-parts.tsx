'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import type { ActState } from './act-state';
import { Button } from './button';
import { Note } from './note';

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

/** Loaded when it is first opened; `confirm-dialog.tsx` is the part to use. */
export function ConfirmParts(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel, act, onConfirm, onClose, tone = 'danger' } = props;
  const safe = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    if (!act.pending) onClose();
  };
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup className="dialog" initialFocus={safe}>
          <div className="dialog-b">
            <AlertDialog.Title>{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />}>{children}</AlertDialog.Description>
            {act.errors.map(({ message }) => (
              <Note key={message} tone="bad" role="alert">
                {message}
              </Note>
            ))}
          </div>
          <div className="dialog-f">
            <Button
              variant={tone === 'danger' ? 'danger' : 'default'}
              pending={act.pending}
              onClick={() => onConfirm()}
            >
              {confirmLabel}
            </Button>
            <Button ref={safe} variant="primary" onClick={close}>
              {cancelLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
