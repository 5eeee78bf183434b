'use client';

import { ErrorActions, type ErrorPageProps, ErrorWords } from '@/components/layout/error-page';
import { WholePage } from '@/components/layout/whole-page';

export default function SectionError({ error, retry }: ErrorPageProps) {
  return (
    <WholePage role="alert" title="This page could not be shown" actions={<ErrorActions retry={retry} />}>
      <ErrorWords error={error} />
    </WholePage>
  );
}
