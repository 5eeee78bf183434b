import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportAway } from '@/components/tracking/report-away';
import { TrackPage } from '@/components/tracking/track-page';
import { isUnread } from '@/lib/database/database-errors';
import { isAppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { reporterActor } from '@/lib/reports/links/open-link';
import { trackReport } from '@/lib/tracking/queries/track';
import type { TrackView } from '@/lib/tracking/queries/views';
import { confirm, correct, reply } from './actions';

export const metadata: Metadata = { title: 'Your report', robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ token: string }>;
}

async function viewOf(token: string): Promise<TrackView | 'unknown' | 'away'> {
  try {
    const { actor, reportRef } = await reporterActor(token);
    return await trackReport({ actor, requestId: newId() }, { ref: reportRef });
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return 'unknown';
    if (isUnread(error)) return 'away';
    throw error;
  }
}

/** Opening it changes nothing: mail programs open links before people do. */
export default async function Track({ params }: Props) {
  const { token } = await params;
  const view = await viewOf(token);
  if (view === 'unknown') notFound();
  if (view === 'away') return <ReportAway />;
  return <TrackPage view={view} token={token} reply={reply} confirm={confirm} correct={correct} />;
}
