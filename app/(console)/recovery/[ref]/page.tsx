import type { Metadata } from 'next';
import { RunPage } from '@/components/runs/run-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { runRead } from '@/lib/runs/queries/read';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: (await params).ref.toUpperCase() };
}

export default consolePage<'ref'>(async ({ ctx, params: { ref } }) => {
  const view = await runRead(ctx, { ref });
  return <RunPage key={view.id} initial={view} />;
});
