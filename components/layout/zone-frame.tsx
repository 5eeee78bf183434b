import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ClockProvider } from '@/components/ui/clock';
import { zoneFromCookies } from '@/components/ui/reader-zone';

/** The server's HTML shows times in the reader's zone if it is known, else in the organisation's. */
export async function ZoneFrame({ zone, children }: { zone: string; children: ReactNode }) {
  const jar = await cookies();
  return (
    <ClockProvider now={Date.now()} zone={zoneFromCookies((name) => jar.get(name)?.value) ?? zone}>
      {children}
    </ClockProvider>
  );
}
