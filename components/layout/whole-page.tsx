import type { ReactNode } from 'react';
import { Logo } from '@/components/ui/logo';

type WholePageProps = { title: string; children: ReactNode; actions: ReactNode; role?: 'alert' | undefined };

/** Says one thing on an otherwise empty page: what is true, what it means, what to do. */
export function WholePage({ title, children, actions, role }: WholePageProps) {
  return (
    <div className="card whole" role={role}>
      <Logo />
      <div>
        <h1>{title}</h1>
        {children}
        <div className="acts">{actions}</div>
      </div>
    </div>
  );
}

/** The same where no shell stands around it. */
export function LonePage(props: WholePageProps) {
  return (
    <main id="main" className="lone">
      <WholePage {...props} />
    </main>
  );
}
