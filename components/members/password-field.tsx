'use client';

import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type' | 'id'> & {
  name: string;
  label: ReactNode;
  /** Stands at the right of the label. */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
};

/** A password that can be looked at while it is typed. */
export function PasswordField({
  name,
  label,
  aside,
  hint,
  error,
  className = 'mt-5',
  ...rest
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className={classNames('relative', className)}>
      {aside ? <span className="absolute right-0 top-0 z-1">{aside}</span> : null}
      <Field name={name} label={label} hint={hint} error={error}>
        {(wiring) => (
          <span className="relative mt-1.5 block">
            <TextInput
              {...rest}
              {...wiring}
              name={name}
              type={shown ? 'text' : 'password'}
              className="mt-0! pr-20"
              spellCheck={false}
              autoCapitalize="none"
            />
            <Button
              variant="quiet"
              size="sm"
              className="scripted absolute top-1/2 right-1.5 -translate-y-1/2"
              aria-pressed={shown}
              aria-controls={wiring.id}
              onClick={() => setShown(!shown)}
            >
              {shown ? 'Hide' : 'Show'}
              <span className="sr"> the password</span>
            </Button>
          </span>
        )}
      </Field>
    </div>
  );
}
