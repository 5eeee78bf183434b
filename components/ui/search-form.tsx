'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { classNames } from './class-names';
import { TextInput } from './text-input';

interface SearchFormProps {
  label: string;
  placeholder?: string | undefined;
  /** What the list is searched for now. */
  value: string;
  /** The address of the list that is searched for something else. */
  hrefOf: (text: string) => Route;
  className?: string | undefined;
}

/** Finds in a list by a word. */
export function SearchForm({ label, placeholder = label, value, hrefOf, className }: SearchFormProps) {
  const router = useRouter();
  const [found, setFound] = useState(value);
  const [text, setText] = useState(value);
  if (found !== value) {
    setFound(value);
    setText(value);
  }
  return (
    <search className="max-sm:w-full">
      <form action={() => router.push(hrefOf(text.trim()))}>
        <TextInput
          name="text"
          type="search"
          className={classNames('max-sm:w-full!', className)}
          aria-label={label}
          placeholder={placeholder}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </search>
  );
}
