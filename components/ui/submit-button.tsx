'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** A submit button that is pending while the action of its form runs. */
export function SubmitButton({
  pendingLabel,
  variant = 'primary',
  pending,
  children,
  ...rest
}: ButtonProps & { pendingLabel?: string | undefined }) {
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button {...rest} type="submit" variant={variant} pending={busy}>
      {busy && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
