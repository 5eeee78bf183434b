'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';

/** The one time that the secret of an endpoint can be read. */
export function SecretNote({ name, secret, onDone }: { name: string; secret: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Note
      tone="accent"
      icon="key"
      role="status"
      title={`The secret of “${name}”.`}
      action={
        <span className="row flex-wrap">
          <Button size="sm" icon={copied ? 'check' : 'copy'} onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
          <Button size="sm" variant="quiet" onClick={onDone}>
            I have kept it
          </Button>
        </span>
      }
    >
      Give it to the automation now: it is shown only this once. Calls are signed with it, and so are
      call-backs.
      <code className="mono mt-2 block break-all text-base text-ink select-all">{secret}</code>
    </Note>
  );
}
