'use client';

import { type ReactNode, type RefObject, useId } from 'react';
import type { ActState } from './act-state';
import { Button } from './button';
import { Dialog } from './dialog';
import { Form } from './form';
import { onSubmit } from './on-submit';

interface FormDialogProps {
  title: ReactNode;
  description?: ReactNode | undefined;
  /** Repeats the verb. */
  submit: string;
  /** The safe choice. */
  cancel?: string | undefined;
  tone?: 'primary' | 'danger-solid' | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  act: ActState;
  /** Native fields come as the data of the form, beside what it said when it was opened. */
  onSubmit: (form: FormData, opened: FormData) => void;
  onClose: () => void;
  /** A further act, before the two buttons. */
  aside?: ReactNode | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  children: ReactNode;
}

/** A form in a dialog. What is refused says why, and nothing typed is lost; it stays while its act is under way. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, submit, cancel = 'Cancel', tone = 'primary', size = 'md', aside } = props;
  const { act, onSubmit: send, onClose, initialFocus, children } = props;
  const form = useId();
  const close = (): void => {
    if (!act.pending) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : close())}
      title={title}
      description={description}
      size={size}
      initialFocus={initialFocus}
      footer={
        <>
          {aside}
          <Button onClick={close}>{cancel}</Button>
          <Button type="submit" form={form} variant={tone} pending={act.pending}>
            {submit}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={onSubmit(send)} className="dialog-form" errors={act.errors}>
        {children}
      </Form>
    </Dialog>
  );
}
