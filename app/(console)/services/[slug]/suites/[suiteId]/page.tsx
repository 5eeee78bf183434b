import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { caseRows, firstToExamine } from '@/components/suites/case-rows';
import { SuitePage } from '@/components/suites/suite-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { readSuite } from '@/lib/suites/queries/read';
import { readReplay } from '@/lib/suites/queries/replay';
import { readResult } from '@/lib/suites/queries/result';

export const metadata: Metadata = { title: 'Verification suite' };

const idSchema = z.uuid();
const idIn = (value: unknown): string | null => idSchema.safeParse(value).data ?? null;

export default consolePage<'slug' | 'suiteId'>(async ({ ctx, params: { slug, suiteId }, query }) => {
  if (!idIn(suiteId)) notFound();
  const suite = await readSuite(ctx, { suiteId });
  if (suite.service.slug !== slug) notFound();
  const replayId = idIn(query.replay) ?? suite.latest?.id;
  // What the address names may be gone, or not be there yet; the page itself says so.
  const replay = replayId ? await readReplay(ctx, { suiteId, replayId }).catch(() => null) : null;
  const caseId = idIn(query.case) ?? idIn(firstToExamine(caseRows(suite, replay)));
  const result =
    replay && caseId
      ? await readResult(ctx, { suiteId, replayId: replay.id, caseId }).catch(() => null)
      : null;
  return <SuitePage initial={suite} replay={replay} result={result} />;
});
