'use client';

import { createContext, type ReactNode, use, useId } from 'react';

const Scope = createContext<string | null>(null);

interface FieldScopeProps {
  /** Given where an address leads to one of its fields, which a page then has once. */
  id?: string;
  children: ReactNode;
}

/** What one summary of errors is about: within it, the name of a field is enough to find it. */
export function FieldScope({ id, children }: FieldScopeProps) {
  const own = useId();
  return <Scope value={id ?? own}>{children}</Scope>;
}

/** The id of a field, which two of a kind on one page do not share. */
export function useFieldId(name: string): string {
  const own = useId();
  return `${use(Scope) ?? own}-${name}`;
}

/** The ids of the fields around, by their names; none where nothing holds them together. */
export function useFieldIds(): (name: string | undefined) => string | undefined {
  const scope = use(Scope);
  return (name) => (scope && name ? `${scope}-${name}` : undefined);
}
