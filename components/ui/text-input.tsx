'use client';

import { Children, type ComponentProps, isValidElement, type ReactNode, useState } from 'react';
import { classNames } from './class-names';

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classNames('input', className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classNames('input', className)} {...rest} />;
}

/** More than can be looked through: a phone shows them in one wheel. */
const many = 20;

export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  const options = Children.toArray(children);
  if (options.length > many) return <SearchedSelect {...rest} className={className} options={options} />;
  return (
    <select className={classNames('input', className)} {...rest}>
      {children}
    </select>
  );
}

interface Option {
  value?: string;
  /** Of a group. */
  label?: string;
  children?: ReactNode;
}

const textOf = ({ label = '', children }: Option): string =>
  `${label} ${Children.toArray(children).join('')}`;

type SearchedSelectProps = Omit<ComponentProps<'select'>, 'children'> & { options: ReactNode[] };

/** With a search above it, that leaves what contains all its words, what is chosen, and what stands for no choice. */
function SearchedSelect({ options, className, onChange, ...rest }: SearchedSelectProps) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(rest.defaultValue);
  const value = rest.value ?? chosen;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isLeft = (option: ReactNode): boolean => {
    if (!isValidElement<Option>(option)) return true;
    const { props } = option;
    if (props.value === '' || (props.value !== undefined && props.value === value)) return true;
    return words.every((word) => textOf(props).toLowerCase().includes(word));
  };
  return (
    <span className="flex min-w-0 flex-wrap gap-1">
      <TextInput
        type="search"
        className="w-full min-w-0 flex-1"
        aria-label="Search the choices below"
        placeholder="Search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
      />
      <select
        className={classNames('input', 'min-w-0', className)}
        {...rest}
        onChange={(event) => {
          setChosen(event.target.value);
          onChange?.(event);
        }}
      >
        {options.filter(isLeft)}
      </select>
    </span>
  );
}
