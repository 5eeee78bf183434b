'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { Select } from './text-input';

interface FilterSelectProps {
  label: string;
  /** What it says when nothing is chosen. */
  all: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** The address of the list with that choice; empty is none. */
  hrefOf: (value: string) => Route;
}

/** Narrows a list whose choices are parts of its address. */
export function FilterSelect({ label, all, value, options, hrefOf }: FilterSelectProps) {
  const router = useRouter();
  return (
    <Select
      aria-label={label}
      className="m-0 w-auto"
      value={value}
      onChange={(event) => router.push(hrefOf(event.target.value))}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
