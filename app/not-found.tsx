import type { Metadata } from 'next';
import { NotFoundActions, NotFoundWords, notFoundTitle } from '@/components/layout/not-found-words';
import { LonePage } from '@/components/layout/whole-page';

export const metadata: Metadata = { title: notFoundTitle };

export default function NotFound() {
  return (
    <LonePage title={notFoundTitle} actions={<NotFoundActions />}>
      <NotFoundWords />
    </LonePage>
  );
}
