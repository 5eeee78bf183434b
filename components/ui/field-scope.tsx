'use client';

import { createContext, type ReactNode, use, useId } from 'react';
import { ErrorSummary, type SummaryError } from './error-summary';

const Scope = createContext<string | null>(null);

interface FieldScopeProps {
  /** Given where an address leads to one of its fields, which a page then has once. */
  id?: string;
  /** What was refused, said above the fields, each error as a link to its own. */
  errors?: readonly SummaryError[] | undefined;
  errorTitle?: string | undefined;
  children: ReactNode;
}

/** What one summary of errors is about: within it, the name of a field is enough to find it. */
export function FieldScope({ id, errors = [], errorTitle, children }: FieldScopeProps) {
  const own = useId();
  const scope = id ?? own;
  return (
    <Scope value={scope}>
      <ErrorSummary errors={errors} title={errorTitle} idOf={idsIn(scope)} />
      {children}
    </Scope>
  );
}

/** The id of a field, which two of a kind on one page do not share. */
export function useFieldId(name: string): string {
  const own = useId();
  return `${use(Scope) ?? own}-${name}`;
}

/** The ids of the fields around, by their names; none where nothing holds them together. */
export function useFieldIds(): (name: string | undefined) => string | undefined {
  return idsIn(use(Scope));
}

function idsIn(scope: string | null) {
  return (name: string | undefined) => (scope && name ? `${scope}-${name}` : undefined);
}
