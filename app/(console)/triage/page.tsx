import type { Metadata } from 'next';
import type { TriageShow } from '@/components/triage/queries';
import { TriagePage } from '@/components/triage/triage-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { isAppError } from '@/lib/platform/errors';
import { triageQueue } from '@/lib/triage/queries/queue';
import { triageReport } from '@/lib/triage/queries/report';

export const metadata: Metadata = { title: 'Triage' };

interface Props {
  searchParams: Promise<{ show?: string; report?: string }>;
}

function showOf(value: string | undefined): TriageShow {
  return value === 'asked' || value === 'mine' || value === 'all' ? value : 'waiting';
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireMember('/triage');
  const params = await searchParams;
  const show = showOf(params.show);
  const queue = await triageQueue(ctx, { show });
  const ref = params.report ?? queue.rows[0]?.ref;
  // A link to a report that is gone still opens the queue; the page says what is wrong with the link.
  const first = ref
    ? await triageReport(ctx, { ref }).catch((error) => {
        if (isAppError(error)) return null;
        throw error;
      })
    : null;
  return <TriagePage key={show} show={show} queue={queue} first={first} me={ctx.actor.memberId} />;
}
