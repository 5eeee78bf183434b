'use client';

import { type ComponentProps, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  name: string;
  label: ReactNode;
  /** Stands at the right of the label. */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ name, id = name, label, aside, hint, error, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative mt-5">
      {aside ? <span className="absolute right-0 top-0 z-1">{aside}</span> : null}
      <Field id={id} label={label} hint={hint} error={error}>
        {(wiring) => (
          <span className="relative block">
            <TextInput
              {...rest}
              {...wiring}
              name={name}
              type={shown ? 'text' : 'password'}
              className="pr-20"
              spellCheck={false}
              autoCapitalize="none"
            />
            <Button
              variant="quiet"
              size="sm"
              className="scripted absolute! bottom-1.5 right-1.5 min-h-[34px]!"
              aria-pressed={shown}
              aria-controls={id}
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
