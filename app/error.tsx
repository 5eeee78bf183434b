'use client';

import { ErrorActions, type ErrorPageProps, ErrorWords } from '@/components/layout/error-page';
import { LonePage } from '@/components/layout/whole-page';

export default function AppError({ error, retry }: ErrorPageProps) {
  return (
    <LonePage role="alert" title="This page could not be shown" actions={<ErrorActions retry={retry} />}>
      <ErrorWords error={error} />
    </LonePage>
  );
}
