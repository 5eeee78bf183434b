import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RunPage } from '@/components/runs/run-page';
import { requireMember } from '@/lib/auth/current';
import { isAppError } from '@/lib/platform/errors';
import { runRead } from '@/lib/runs/queries/read';

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).ref.toUpperCase() };
}

export default async function Run({ params }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  const initial = await runRead(ctx, { ref }).catch((error) => {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  });
  return <RunPage key={initial.id} initial={initial} />;
}
