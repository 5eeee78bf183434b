'use client';

import { Button } from '@/components/ui/button';
import { useCopy } from '@/components/ui/use-copy';
import { t } from '@/lib/language/catalogue';

/** Copies a text; the word on the button says that it was done. Hidden where nothing could run it. */
export function CopyButton({ text, label = t('report.copy') }: { text: () => string; label?: string }) {
  const [copied, copy] = useCopy();
  const words = copied === null ? label : t(copied ? 'report.copied' : 'report.notCopied');
  return (
    <Button className="scripted" icon={copied ? 'check' : 'copy'} onClick={() => copy(text())}>
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
