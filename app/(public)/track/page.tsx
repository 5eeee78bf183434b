import type { Metadata } from 'next';
import { FindReport } from '@/components/tracking/find-report';
import { t } from '@/lib/language/catalogue';
import { findReport } from './[token]/find-report';

export const metadata: Metadata = { title: t('track.find.title') };

export default function Find() {
  return <FindReport action={findReport} />;
}
