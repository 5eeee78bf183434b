import type { Metadata } from 'next';
import { FindReport } from '@/components/tracking/find-report';
import { t } from '@/lib/language/catalogue';
import { beginning } from '@/lib/platform/rules/graphemes';
import { findReport } from './[token]/find-report';

export const metadata: Metadata = { title: t('track.find.title') };

interface Props {
  searchParams: Promise<{ reference?: string | string[] }>;
}

/** The form of the status page sends the reference along. */
export default async function Find({ searchParams }: Props) {
  const { reference } = await searchParams;
  const given = typeof reference === 'string' ? beginning(reference, 20) : '';
  return <FindReport action={findReport} reference={given} />;
}
