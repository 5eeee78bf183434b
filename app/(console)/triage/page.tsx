import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { TriagePage } from '@/components/triage/triage-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import { isAppError } from '@/lib/platform/errors';
import type { SearchParams } from '@/lib/platform/rules/address';
import { triageQueue } from '@/lib/triage/queries/queue';
import { triageReport } from '@/lib/triage/queries/report';

export const metadata: Metadata = { title: 'Triage' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function Page({ searchParams }: Props) {
  const ctx = await requireMember('/triage');
  const { view: queue, refusal, filter } = await readListForPage(triageQueue, ctx, searchParams);
  if (!queue) return <NotAllowed title="Triage" reason={refusal} />;
  const { report } = await searchParams;
  const ref = typeof report === 'string' ? report : queue.rows[0]?.ref;
  // A link to a report that is gone still opens the queue; the page says what is wrong with the link.
  const first = ref
    ? await triageReport(ctx, { ref }).catch((error) => {
        if (isAppError(error)) return null;
        throw error;
      })
    : null;
  return (
    <TriagePage
      key={JSON.stringify(filter)}
      filter={filter}
      queue={queue}
      first={first}
      me={ctx.actor.memberId}
    />
  );
}
