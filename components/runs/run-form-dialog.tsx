'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';

interface RunFormDialogProps {
  title: string;
  description?: ReactNode;
  /** Repeats the verb. */
  submit: string;
  /** The safe choice. */
  cancel: string;
  tone?: 'primary' | 'danger-solid';
  size?: 'sm' | 'md' | 'lg';
  pending: boolean;
  errors: readonly SummaryError[];
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog about a run. What is refused says why, and nothing typed is lost. */
export function RunFormDialog(props: RunFormDialogProps) {
  const { title, description, submit, cancel, tone = 'primary', size = 'md' } = props;
  const { pending, errors, onSubmit, onClose, children } = props;
  const form = useId();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || pending ? undefined : onClose())}
      title={title}
      description={description}
      size={size}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" form={form} variant={tone} pending={pending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send} noValidate className="inc-form">
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {children}
      </form>
    </Dialog>
  );
}
