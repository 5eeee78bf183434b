import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConfirmAddress } from '@/components/reports/confirm-address';
import { publicContext } from '@/lib/auth/pages/current-member';
import { openLink } from '@/lib/reports/links/open-link';
import { readReport } from '@/lib/reports/queries/read';
import { confirmAddress } from './actions';

export const metadata: Metadata = { title: 'Confirm your report', robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ token: string }>;
}

/** Shows what is confirmed, because somebody else may have written it. */
export default async function Confirm({ params }: Props) {
  const { token } = await params;
  const link = await openLink('report-confirm', token);
  if (link.state !== 'open') notFound();
  const { reportId } = link;
  const reporter = { ...(await publicContext()), actor: { kind: 'reporter' as const, reportId } };
  const report = await readReport(reporter, { ref: reportId });
  return <ConfirmAddress report={report} token={token} action={confirmAddress} />;
}
