import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EvidenceRecord } from '@/components/runs/evidence-record';
import { consolePage } from '@/lib/auth/pages/console-page';
import { runRead } from '@/lib/runs/queries/read';
import { currentSettings } from '@/lib/settings/in-force';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: `Evidence record ${(await params).ref.toUpperCase()}` };
}

export default consolePage<'ref'>(async ({ ctx, params: { ref } }) => {
  const view = await runRead(ctx, { ref });
  // A record is made of what has happened: of a run that goes on there is none yet.
  if (!view.finishedAt) notFound();
  const { organisation } = await currentSettings();
  return <EvidenceRecord run={view} organisation={organisation.name} />;
});
