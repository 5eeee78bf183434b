import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field';
import { FollowingSelect } from './following-select';
import { TextArea, TextInput } from './text-input';

type Wording = {
  label: ReactNode;
  name: string;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  fieldClassName?: string | undefined;
};

/** Splits what the field says from what the control takes. */
function split<Props extends Wording>(props: Props) {
  const { label, hint, error, optional, fieldClassName, ...control } = props;
  const field = { name: props.name, label, hint, error, optional, className: fieldClassName };
  return { field, control };
}

export function TextField(props: Wording & Omit<ComponentProps<'input'>, keyof Wording | 'id'>) {
  const { field, control } = split(props);
  return <Field {...field}>{(wiring) => <TextInput type="text" {...control} {...wiring} />}</Field>;
}

export function TextAreaField(props: Wording & Omit<ComponentProps<'textarea'>, keyof Wording | 'id'>) {
  const { field, control } = split(props);
  return <Field {...field}>{(wiring) => <TextArea {...control} {...wiring} />}</Field>;
}

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

export function SelectField(
  props: Wording &
    Omit<ComponentProps<'select'>, keyof Wording | 'id' | 'ref'> & {
      options?: readonly SelectOption[] | undefined;
    },
) {
  const { options, children, ...rest } = props;
  const { field, control } = split(rest);
  return (
    <Field {...field}>
      {(wiring) => (
        <FollowingSelect {...control} {...wiring}>
          {options?.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
          {children}
        </FollowingSelect>
      )}
    </Field>
  );
}
