import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { BoardPage } from '@/components/resources/board-page';
import { boardAddress } from '@/components/resources/queries';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { readAddress, type SearchParams } from '@/lib/platform/rules/address';
import { resourceBoard } from '@/lib/resources/queries/board';

export const metadata: Metadata = { title: 'Resources' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function Resources({ searchParams }: Props) {
  const ctx = await requireMember('/resources');
  const filter = readAddress(boardAddress, await searchParams);
  const { view, refusal } = await readForPage(resourceBoard(ctx, filter));
  if (!view) return <NotAllowed title="Resources" reason={refusal} />;
  return <BoardPage key={filter.from} initial={view} filter={filter} />;
}
