'use client';

import type { ComponentProps } from 'react';
import { ErrorSummary, type SummaryError } from './error-summary';
import { FieldScope } from './field-scope';

type FormProps = ComponentProps<'form'> & {
  errors?: readonly SummaryError[] | undefined;
  /** Of the summary of errors. */
  errorTitle?: string | undefined;
};

/** A form that says what was refused, each error as a link to its field. */
export function Form({ errors = [], errorTitle, children, ...form }: FormProps) {
  return (
    <FieldScope>
      <form noValidate {...form}>
        <ErrorSummary errors={errors} title={errorTitle} />
        {children}
      </form>
    </FieldScope>
  );
}
