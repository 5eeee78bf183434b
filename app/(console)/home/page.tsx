import type { Metadata } from 'next';
import { HomePage } from '@/components/home/home-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { homeSummary } from '@/lib/home/queries/summary';

export const metadata: Metadata = { title: 'Home' };

export default async function Page() {
  const ctx = await requireMember();
  const initial = await homeSummary(ctx, {});
  return <HomePage initial={initial} />;
}
