'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { Note } from './note';
import { useCopy } from './use-copy';

interface SecretNoteProps {
  title: string;
  /** Null when the answer that told it was lost on the way: it is told once. */
  secret: string | null;
  /** What to do when it was lost. */
  lost: string;
  onDone: () => void;
  /** What to do with it now. */
  children: ReactNode;
}

/** The one time that a secret can be read. */
export function SecretNote({ title, secret, lost, onDone, children }: SecretNoteProps) {
  const [copied, copy] = useCopy();
  if (secret === null) {
    const close = (
      <Button size="sm" variant="quiet" onClick={onDone}>
        Close
      </Button>
    );
    return (
      <Note tone="warn" role="status" title={title} action={close}>
        Its secret was lost on the way to you, and is told only once. {lost}
      </Note>
    );
  }
  return (
    <Note
      tone="accent"
      icon="key"
      role="status"
      title={title}
      action={
        <span className="row flex-wrap">
          <Button size="sm" icon={copied ? 'check' : 'copy'} onClick={() => copy(secret)}>
            {copied === null ? 'Copy' : copied ? 'Copied' : 'Select it and copy it'}
          </Button>
          <Button size="sm" variant="quiet" onClick={onDone}>
            I have kept it
          </Button>
        </span>
      }
    >
      {children}
      <code className="mono mt-2 block break-all text-base text-ink select-all">{secret}</code>
    </Note>
  );
}
