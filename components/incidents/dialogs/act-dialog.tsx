'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { type ActCall, useAct } from '@/components/incidents/use-act';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';

interface ActDialogProps {
  title: string;
  description?: ReactNode | undefined;
  /** Repeats the verb. */
  submit: string;
  tone?: 'primary' | 'danger-solid' | undefined;
  size?: 'sm' | 'md' | undefined;
  /** What the toast says afterwards. */
  done: string;
  /** What is missing before it is worth asking. */
  missing?: (() => SummaryError[]) | undefined;
  act: (call: ActCall) => Promise<unknown>;
  onDone?: (() => void) | undefined;
  onClose: () => void;
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
}

/** A form in a dialog that does one act on the incident. What is refused says why, and nothing typed is lost. */
export function ActDialog(props: ActDialogProps) {
  const { title, description, submit, tone = 'primary', size = 'md', onClose, children } = props;
  const form = useId();
  const { run, pending, errors, setErrors, errorOf } = useAct();

  const send = async (): Promise<void> => {
    const missing = props.missing?.() ?? [];
    setErrors(missing);
    if (missing.length > 0 || !(await run(props.act))) return;
    showToast({ title: props.done });
    props.onDone?.();
    onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending) void send();
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
          <Button type="submit" form={form} variant={tone} pending={pending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate className="inc-form">
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        {children(errorOf)}
      </form>
    </Dialog>
  );
}
