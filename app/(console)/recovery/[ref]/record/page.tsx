import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotAllowed } from '@/components/layout/not-allowed';
import { EvidenceRecord } from '@/components/runs/evidence-record';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { runRead } from '@/lib/runs/queries/read';
import { runRefSchema } from '@/lib/runs/schema';
import { currentSettings } from '@/lib/settings/in-force';

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Evidence record ${(await params).ref.toUpperCase()}` };
}

export default async function Record({ params }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  if (!runRefSchema.safeParse(ref).success) notFound();
  const { view, refusal } = await readForPage(runRead(ctx, { ref }));
  if (!view) return <NotAllowed title={ref.toUpperCase()} reason={refusal} />;
  // A record is made of what has happened: of a run that goes on there is none yet.
  if (!view.finishedAt) notFound();
  const { organisation } = await currentSettings();
  return <EvidenceRecord run={view} organisation={organisation.name} />;
}
