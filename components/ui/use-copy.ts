import { useState } from 'react';

/** By a selection, as browsers did before: they keep the clipboard from pages that came over plain http. */
function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'sr';
  // Within a dialog, which keeps the focus inside.
  const before = document.activeElement;
  (before?.parentElement ?? document.body).append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copySelected(text);
  return await navigator.clipboard.writeText(text).then(
    () => true,
    () => copySelected(text),
  );
}

/** Copies a text; null until somebody asked for it, then whether the browser did. */
export function useCopy(): [copied: boolean | null, copy: (text: string) => void] {
  const [copied, setCopied] = useState<boolean | null>(null);
  return [copied, (text) => void copyText(text).then(setCopied)];
}
