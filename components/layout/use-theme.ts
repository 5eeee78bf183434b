'use client';

import { useSyncExternalStore } from 'react';
import { preferenceCookie } from '@/components/ui/preference-cookie';
import { parseTheme, type Theme, themeCookie } from './theme';

function watch(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function read(): Theme {
  return parseTheme(document.documentElement.dataset.theme);
}

/** The server sets data-theme from the cookie, so that a page never flashes in the other theme. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(watch, read, (): Theme => 'system');
  return [theme, choose];
}

function choose(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser people report from.
  document.cookie = preferenceCookie(themeCookie, theme === 'system' ? null : theme, location);
}
