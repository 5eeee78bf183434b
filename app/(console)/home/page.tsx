import type { Metadata } from 'next';
import { HomePage } from '@/components/home/home-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { homeSummary } from '@/lib/home/queries/summary';

export const metadata: Metadata = { title: 'Home' };

export default consolePage(async ({ ctx }) => {
  const initial = await homeSummary(ctx, {});
  return <HomePage initial={initial} />;
});
