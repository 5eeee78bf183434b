import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotAllowed } from '@/components/layout/not-allowed';
import { RunPage } from '@/components/runs/run-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { runRead } from '@/lib/runs/queries/read';
import { runRefSchema } from '@/lib/runs/schema';

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).ref.toUpperCase() };
}

export default async function Run({ params }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  if (!runRefSchema.safeParse(ref).success) notFound();
  const { view, refusal } = await readForPage(runRead(ctx, { ref }));
  if (!view) return <NotAllowed title={ref.toUpperCase()} reason={refusal} />;
  return <RunPage key={view.id} initial={view} />;
}
