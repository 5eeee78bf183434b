import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmAddress } from '@/components/reports/confirm-address';
import { openLink } from '@/lib/reports/links/open-link';
import { confirmAddress } from './actions';

export const metadata: Metadata = { title: 'Confirm your report', robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ token: string }>;
}

export default async function Confirm({ params }: Props) {
  const { token } = await params;
  const link = await openLink('report-confirm', token);
  if (link.state !== 'open') notFound();
  return <ConfirmAddress reference={link.reportRef} token={token} action={confirmAddress} />;
}
