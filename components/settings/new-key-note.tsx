'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';

interface NewKeyNoteProps {
  name: string;
  secret: string;
  onDone: () => void;
}

/** The one time that a key can be read. */
export function NewKeyNote({ name, secret, onDone }: NewKeyNoteProps) {
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
      title={`The key “${name}” is made.`}
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
      Keep it now: it is shown only this once.
      <code className="mono mt-2 block break-all text-base text-ink select-all">{secret}</code>
    </Note>
  );
}
