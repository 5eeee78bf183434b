import { LinkButton } from '@/components/ui/link-button';

export const notFoundTitle = 'There is no page here';

export function NotFoundWords() {
  return <p>The address may be mistyped, the link may have ended, or it may not be yours to see.</p>;
}

export function NotFoundActions() {
  return (
    <>
      <LinkButton href="/" reload variant="primary">
        Open the status page
      </LinkButton>
      <LinkButton href="/report">Report a problem</LinkButton>
    </>
  );
}
