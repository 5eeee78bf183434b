'use client';

import { ErrorActions, type ErrorPageProps, ErrorWords } from '@/components/layout/error-page';
import { LonePage } from '@/components/layout/whole-page';
import './globals.css';

/** Stands in for the root layout when that one fails, so it brings its own document. */
export default function GlobalError({ error, retry }: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown – Standby</title>
        <LonePage role="alert" title="This page could not be shown" actions={<ErrorActions retry={retry} />}>
          <ErrorWords error={error} />
        </LonePage>
      </body>
    </html>
  );
}
