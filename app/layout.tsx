import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { Providers } from '@/components/layout/providers';
import { parseTheme, themeCookie } from '@/components/layout/theme';
import { preferenceIn } from '@/components/ui/preference-cookie';
import { zoneFromCookies } from '@/components/ui/reader-zone';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Standby', template: '%s – Standby' },
  description: 'What works, what does not, and when you hear next.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121c1a' },
  ],
};

/** Reads no database: the report form has to open while it is away. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const read = (name: string) => jar.get(name)?.value;
  const theme = parseTheme(preferenceIn(read, themeCookie));
  const zone = zoneFromCookies(read) ?? 'UTC';
  preload('/fonts/atkinson-next.woff2', { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body>
        <Providers nonce={head.get('x-nonce') ?? undefined} now={Date.now()} zone={zone}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
