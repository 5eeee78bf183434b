'use client';

import type { ComponentProps } from 'react';
import { FieldScope } from './field-scope';

type FormProps = ComponentProps<'form'> & Pick<ComponentProps<typeof FieldScope>, 'errors' | 'errorTitle'>;

/** A form that says what was refused, each error as a link to its field. */
export function Form({ errors, errorTitle, children, ...form }: FormProps) {
  return (
    <form noValidate {...form}>
      <FieldScope errors={errors} errorTitle={errorTitle}>
        {children}
      </FieldScope>
    </form>
  );
}
