import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { BoardPage } from '@/components/resources/board-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { allowed } from '@/lib/platform/policy';
import { resourcePolicy } from '@/lib/resources/policy';
import { resourceBoard } from '@/lib/resources/queries/board';

export const metadata: Metadata = { title: 'Resources' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The instant in the address, or null when there is none that can be shown. */
function fromOf(given: string | string[] | undefined): string | null {
  const at = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

export default async function Resources({ searchParams }: Props) {
  const ctx = await requireMember('/resources');
  const params = await searchParams;
  const from = fromOf(params.from);
  const { view, refusal } = await readForPage(resourceBoard(ctx, from ? { from } : {}));
  if (!view) return <NotAllowed title="Resources" reason={refusal} />;
  const can = {
    book: allowed(resourcePolicy['allocation.request'], ctx.actor, false),
    keep: allowed(resourcePolicy['resource.create'], ctx.actor, false),
  };
  return (
    <BoardPage
      key={from}
      initial={view}
      from={from}
      view={params.view === 'list' ? 'list' : 'time'}
      can={can}
    />
  );
}
