'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef, useState } from 'react';
import { Button } from './button';
import type { ConfirmDialogProps } from './confirm-dialog';
import { Note } from './note';

/** Loaded when it is first opened; `confirm-dialog.tsx` is the part to use. */
export function ConfirmParts(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, warning, confirmLabel, cancelLabel, tone = 'danger' } = props;
  const safe = useRef<HTMLButtonElement>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  function change(next: boolean) {
    if (pending) return;
    setRefusal(null);
    onOpenChange(next);
  }

  async function confirm() {
    setPending(true);
    setRefusal(null);
    try {
      await props.onConfirm();
      onOpenChange(false);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'That did not work. Try again.');
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup className="dialog" initialFocus={safe}>
          <div className="dialog-b">
            <AlertDialog.Title>{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />}>{children}</AlertDialog.Description>
            {warning ? <Note tone="warn">{warning}</Note> : null}
            {refusal ? (
              <Note tone="bad" role="alert">
                {refusal}
              </Note>
            ) : null}
          </div>
          <div className="dialog-f">
            <Button variant={tone === 'danger' ? 'danger' : 'default'} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
            <Button ref={safe} variant="primary" onClick={() => change(false)}>
              {cancelLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
