import type { Metadata } from 'next';
import { BoardPage } from '@/components/resources/board-page';
import { boardAddress } from '@/components/resources/queries';
import { consolePage } from '@/lib/auth/pages/console-page';
import { readAddress } from '@/lib/platform/rules/address';
import { resourceBoard } from '@/lib/resources/queries/board';

export const metadata: Metadata = { title: 'Resources' };

export default consolePage(async ({ ctx, query }) => {
  const filter = readAddress(boardAddress, query);
  const view = await resourceBoard(ctx, filter);
  return <BoardPage key={filter.from} initial={view} filter={filter} />;
});
