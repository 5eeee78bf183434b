'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { registerShortcuts } from './shortcut-store';

export type Shortcut = {
  /** `event.key`, letters in lower case ("j", "?", "Enter"), or two after another ("g t"). */
  key: string;
  /** For the list that "?" opens: "Next report". */
  does: string;
  run: () => void;
};

/**
 * Single keys for this page; the latest owner of a key gets it. They are silent while the reader types, while a
 * dialog or menu is open, with Ctrl, Alt or ⌘, and when the reader has switched single keys off.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], enabled = true): void {
  const run = useEffectEvent((key: string) => shortcuts.find((shortcut) => shortcut.key === key)?.run());
  const listed = JSON.stringify(shortcuts.map(({ key, does }) => ({ key, does })));

  // Before the page is painted: a key works as soon as what it acts on is seen.
  useLayoutEffect(() => {
    if (!enabled) return;
    return registerShortcuts({ title, items: JSON.parse(listed), run: (key) => run(key) });
  }, [title, listed, enabled]);
}
