import type { ReactNode } from 'react';

interface NarrowPageProps {
  title: string;
  lead: ReactNode;
  /** Both came as the answer to what was sent, so that they are read out. */
  answered?: boolean;
  children: ReactNode;
}

/** A public page about one thing: what it is, and what may be done. */
export function NarrowPage({ title, lead, answered, children }: NarrowPageProps) {
  return (
    <div className="max-w-165 pt-14 pb-6 max-lg:pt-7">
      <div role={answered ? 'status' : undefined}>
        <h1 className="text-2xl">{title}</h1>
        <p className="muted mt-1.5">{lead}</p>
      </div>
      {children}
    </div>
  );
}
