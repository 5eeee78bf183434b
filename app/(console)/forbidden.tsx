import { WholePage } from '@/components/layout/whole-page';
import { LinkButton } from '@/components/ui/link-button';

export default function Forbidden() {
  return (
    <WholePage
      title="This page is not open to your role"
      actions={
        <LinkButton href="/home" variant="primary">
          Go to the home page
        </LinkButton>
      }
    >
      <p>If you need it, ask an admin of your team for another role.</p>
    </WholePage>
  );
}
