import { NotFoundActions, NotFoundWords, notFoundTitle } from '@/components/layout/not-found-words';
import { WholePage } from '@/components/layout/whole-page';

export default function NotFound() {
  return (
    <WholePage title={notFoundTitle} actions={<NotFoundActions />}>
      <NotFoundWords />
    </WholePage>
  );
}
