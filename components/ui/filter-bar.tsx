import type { ReactNode } from 'react';

/** Above a list: what it is searched for, and which of it is shown. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="card-h flex-wrap gap-x-3 gap-y-2">{children}</div>;
}
