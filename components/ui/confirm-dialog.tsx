'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { Note } from './note';

type ConfirmDialogProps = {
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
