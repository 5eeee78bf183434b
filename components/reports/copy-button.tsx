'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/language/catalogue';

/** Copies a text; the word on the button says that it was done. Hidden where nothing could run it. */
export function CopyButton({ text, label = t('report.copy') }: { text: () => string; label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  return (
    <Button className="scripted" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? t('report.copied') : label}</span>
    </Button>
  );
}
