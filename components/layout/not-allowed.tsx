import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';

/** A page that the policy does not open to this member. */
export function NotAllowed({ title, reason }: { title: string; reason: string }) {
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        icon="lock"
        title="This page is not open to your role"
        action={<LinkButton href="/home">Go to the home page</LinkButton>}
      >
        {reason}
      </EmptyState>
    </>
  );
}
