'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ClockProvider } from '@/components/ui/clock';
import { Toaster } from '@/components/ui/toaster';

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Live hints refetch what changed; the rest may be read again after half a minute.
      queries: { staleTime: 30_000, retry: 1 },
      mutations: { retry: false },
    },
  });
}

/** Says on the document that the page answers by now: what is pressed or typed before may be lost. */
function markReady(): void {
  document.documentElement.dataset.ready = '';
}

type ProvidersProps = { nonce: string | undefined; now: number; zone: string; children: ReactNode };

/** `now` and `zone` are what the server rendered with. */
export function Providers({ nonce, now, zone, children }: ProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  useEffect(markReady, []);
  return (
    <CSPProvider {...(nonce ? { nonce } : {})}>
      <QueryClientProvider client={queryClient}>
        <ClockProvider now={now} zone={zone}>
          {children}
          <Toaster />
        </ClockProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}
