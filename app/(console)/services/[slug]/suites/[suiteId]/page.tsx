import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { NotAllowed } from '@/components/layout/not-allowed';
import { caseRows, firstToExamine } from '@/components/suites/case-rows';
import { SuitePage } from '@/components/suites/suite-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { readSuite } from '@/lib/suites/queries/read';
import { readReplay } from '@/lib/suites/queries/replay';
import { readResult } from '@/lib/suites/queries/result';

interface Props {
  params: Promise<{ slug: string; suiteId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Verification suite' };

const idSchema = z.uuid();
const idIn = (value: unknown): string | null => idSchema.safeParse(value).data ?? null;

export default async function Page({ params, searchParams }: Props) {
  const { slug, suiteId } = await params;
  const ctx = await requireMember();
  if (!idIn(suiteId)) notFound();
  const read = await readForPage(readSuite(ctx, { suiteId }));
  if (read.refusal !== undefined) return <NotAllowed title="Verification suites" reason={read.refusal} />;
  const suite = read.view;
  if (suite.service.slug !== slug) notFound();
  const query = await searchParams;
  const replayId = idIn(query.replay) ?? suite.latest?.id;
  // What the address names may be gone, or not be there yet; the page itself says so.
  const replay = replayId ? await readReplay(ctx, { suiteId, replayId }).catch(() => null) : null;
  const caseId = idIn(query.case) ?? idIn(firstToExamine(caseRows(suite, replay)));
  const result =
    replay && caseId
      ? await readResult(ctx, { suiteId, replayId: replay.id, caseId }).catch(() => null)
      : null;
  return <SuitePage initial={suite} replay={replay} result={result} />;
}
