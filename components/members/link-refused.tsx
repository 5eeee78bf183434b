import type { Route } from 'next';
import { LinkButton } from '@/components/ui/link-button';

interface LinkRefusedProps {
  title: string;
  reason: string;
  action: { href: Route; label: string };
}

/** A mailed link that was used, taken back, has run out or is not complete. */
export function LinkRefused({ title, reason, action }: LinkRefusedProps) {
  return (
    <div className="max-w-[660px] pt-14 pb-6 max-lg:pt-7">
      <h1 className="text-2xl">{title}</h1>
      <p className="mt-1.5">{reason}</p>
      <p className="mt-6">
        <LinkButton href={action.href} variant="primary" size="lg">
          {action.label}
        </LinkButton>
      </p>
    </div>
  );
}
