'use client';

import { type ComponentProps, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { FieldScope } from './field-scope';
import { keepOpened } from './on-submit';

type FormProps = ComponentProps<'form'> & Pick<ComponentProps<typeof FieldScope>, 'errors' | 'errorTitle'>;

/** A form that says what was refused, each error as a link to its field. */
export function Form({ errors, errorTitle, children, ref, ...form }: FormProps) {
  const own = useRef<HTMLFormElement>(null);
  useImperativeHandle(ref, () => own.current as HTMLFormElement);
  useLayoutEffect(() => keepOpened(own.current), []);
  return (
    <form noValidate {...form} ref={own}>
      <FieldScope errors={errors} errorTitle={errorTitle}>
        {children}
      </FieldScope>
    </form>
  );
}
