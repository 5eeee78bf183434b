import type { Route } from 'next';
import { NarrowPage } from '@/components/layout/narrow-page';
import { LinkButton } from '@/components/ui/link-button';

interface LinkRefusedProps {
  title: string;
  reason: string;
  action: { href: Route; label: string };
}

/** A mailed link that was used, taken back, has run out or is not complete. */
export function LinkRefused({ title, reason, action }: LinkRefusedProps) {
  return (
    <NarrowPage title={title} lead={reason}>
      <p className="mt-6">
        <LinkButton href={action.href} variant="primary" size="lg">
          {action.label}
        </LinkButton>
      </p>
    </NarrowPage>
  );
}
