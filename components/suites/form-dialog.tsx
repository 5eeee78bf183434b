'use client';

import { type ReactNode, useId } from 'react';
import { useFormSave } from '@/components/members/use-form-save';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';

type ErrorOf = (field: string) => { error?: string };

interface FormDialogProps {
  title: string;
  description?: ReactNode | undefined;
  /** Repeats the verb. */
  submit: string;
  size?: 'sm' | 'md' | 'lg' | undefined;
  save: (form: FormData) => Promise<void>;
  onClose: () => void;
  children: (errorOf: ErrorOf) => ReactNode;
}

/** A form in a dialog with native fields. What is refused says why, and nothing typed is lost. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, submit, size = 'md', save, onClose, children } = props;
  const id = useId();
  const { onSubmit, pending, summary, errorOf } = useFormSave(save);
  // A refusal may be about one line of a field that holds several.
  const near: ErrorOf = (field) => {
    const own = errorOf(field);
    const part = summary.find((error) => error.field?.startsWith(`${field}.`));
    return own.error ? own : part ? { error: part.message } : {};
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
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        {children(near)}
      </form>
    </Dialog>
  );
}
