import type { Metadata } from 'next';
import { TriagePage } from '@/components/triage/triage-page';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { isAppError } from '@/lib/platform/errors';
import { triageQueue } from '@/lib/triage/queries/queue';
import { triageReport } from '@/lib/triage/queries/report';

export const metadata: Metadata = { title: 'Triage' };

export default consolePage(async ({ ctx, query }) => {
  const { view: queue, filter } = await readListForPage(triageQueue, ctx, query);
  const { report } = query;
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
});
