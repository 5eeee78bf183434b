import type { Metadata } from 'next';
import { ChecklistPage } from '@/components/checks/checklist-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { checkTemplates } from '@/lib/checks/queries/templates';

export const metadata: Metadata = { title: 'Checklist' };

export default consolePage<'slug'>(async ({ ctx, params: { slug } }) => {
  const initial = await checkTemplates(ctx, { service: slug });
  return <ChecklistPage initial={initial} />;
});
