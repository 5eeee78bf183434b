'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export function PublicNav() {
  const path = usePathname();
  const current = (start: string) => (path.startsWith(start) ? 'page' : undefined);
  return (
    <>
      <nav aria-label="Main">
        <a href="/">Status</a>
        <Link prefetch={false} href="/report" aria-current={current('/report')}>
          Report<span className="max-sm:hidden"> a problem</span>
        </Link>
        <Link prefetch={false} href="/track" aria-current={current('/track')}>
          Track<span className="max-sm:hidden"> a report</span>
        </Link>
      </nav>
      <Link
        prefetch={false}
        className="signin max-sm:hidden"
        href="/sign-in"
        aria-current={current('/sign-in')}
      >
        Staff sign in
      </Link>
    </>
  );
}
