'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { Choice } from '@/components/ui/choice';
import { SelectField, type SelectOption, TextAreaField, TextField } from '@/components/ui/text-field';
import { type FieldValue, numberTyped, valueAt } from './value-path';

/** One part of a draft whose fields are bound by their paths. */
interface Bound {
  id: string;
  value: object;
  set(path: string, value: FieldValue): void;
  /** The review's sentence about a field. */
  errorOf(path: string): string | undefined;
}

const BoundContext = createContext<Bound | null>(null);

export function BoundFields({ children, ...bound }: Bound & { children: ReactNode }) {
  return <BoundContext value={bound}>{children}</BoundContext>;
}

export function useBound(): Bound {
  const bound = useContext(BoundContext);
  if (!bound) throw new Error('A bound field stands inside BoundFields.');
  return bound;
}

interface FieldProps {
  path: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  optional?: boolean | undefined;
  className?: string | undefined;
}

/** A sentence about a field is shown once it was left, or holds something: not under a field nobody has reached. */
function useBoundField({ path, label, hint, optional, className }: FieldProps) {
  const { id, value, errorOf } = useBound();
  const [left, setLeft] = useState(false);
  const held = valueAt(value, path);
  const empty = held === undefined || held === null || held === '';
  const name = `${id}.${path}`;
  return {
    held,
    props: {
      name,
      label,
      hint,
      optional,
      fieldClassName: className,
      error: left || !empty ? errorOf(path) : undefined,
      onBlur: () => setLeft(true),
    },
  };
}

export function TextOf({ list, mono, ...field }: FieldProps & { list?: string; mono?: boolean }) {
  const { set } = useBound();
  const { held, props } = useBoundField(field);
  return (
    <TextField
      {...props}
      list={list}
      className={mono ? 'mono' : undefined}
      autoComplete="off"
      value={held === undefined || held === null ? '' : String(held)}
      onChange={(event) => set(field.path, field.optional && !event.target.value ? null : event.target.value)}
    />
  );
}

export function AreaOf({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  const { set } = useBound();
  const { held, props } = useBoundField(field);
  return (
    <TextAreaField
      {...props}
      rows={rows}
      value={held === undefined || held === null ? '' : String(held)}
      onChange={(event) => set(field.path, event.target.value)}
    />
  );
}

export function NumberOf(field: FieldProps) {
  const { set } = useBound();
  const { held, props } = useBoundField(field);
  return (
    <TextField
      {...props}
      inputMode="numeric"
      autoComplete="off"
      value={held === undefined || held === null ? '' : String(held)}
      onChange={(event) => set(field.path, numberTyped(event.target.value))}
    />
  );
}

export function SelectOf({
  options,
  none,
  ...field
}: FieldProps & { options: SelectOption[]; none?: string }) {
  const { set } = useBound();
  const { held, props } = useBoundField(field);
  const value = typeof held === 'string' ? held : '';
  const known = value === '' || options.some((option) => option.value === value);
  return (
    <SelectField {...props} value={value} onChange={(event) => set(field.path, event.target.value || null)}>
      {none === undefined ? null : <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {known ? null : <option value={value}>Not there any more</option>}
    </SelectField>
  );
}

export function CheckOf({ path, label, description }: FieldProps & { description?: string }) {
  const { id, value, set } = useBound();
  return (
    <Choice
      type="checkbox"
      name={`${id}.${path}`}
      label={label}
      description={description}
      checked={valueAt(value, path) === true}
      onChange={(event) => set(path, event.target.checked)}
    />
  );
}

/** A list of words or numbers, typed with commas between them. */
export function ListOf({ numbers, ...field }: FieldProps & { numbers?: boolean }) {
  const { set } = useBound();
  const { held, props } = useBoundField(field);
  const [text, setText] = useState(() => (Array.isArray(held) ? held.join(', ') : ''));
  const take = (typed: string): void => {
    setText(typed);
    const words = typed.split(',').map((word) => word.trim());
    const stored = words.filter(Boolean);
    set(field.path, numbers ? stored.map(numberTyped) : stored);
  };
  return (
    <TextField {...props} value={text} autoComplete="off" onChange={(event) => take(event.target.value)} />
  );
}
