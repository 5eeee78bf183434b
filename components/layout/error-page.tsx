'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';

export type ErrorPageProps = { error: unknown; retry: () => void };

function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null;
  return typeof digest === 'string' ? digest : null;
}

/** What an error page says and offers; the frame around it differs. */
export function ErrorWords({ error }: { error: unknown }) {
  const digest = digestOf(error);

  useEffect(() => {
    console.error(error);
  }, [error]);

  return (
    <>
      <p>Nothing that you sent before is lost. Try again; if it stays like this, tell the service desk.</p>
      {digest ? (
        <p className="muted">
          Its reference is <span className="mono">{digest}</span>.
        </p>
      ) : null}
    </>
  );
}

export function ErrorActions({ retry }: { retry: () => void }) {
  return (
    <>
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      <LinkButton href="/" reload>
        Open the status page
      </LinkButton>
    </>
  );
}
