'use client';

import type { Route } from 'next';
import { useEffect, useEffectEvent } from 'react';
import type { IconName } from './icon-paths';

export type Command = {
  id: string;
  label: string;
  hint?: string | undefined;
  icon?: IconName | undefined;
  /** The key one could have used, as in `useShortcuts`. */
  shortcut?: string | undefined;
  keywords?: string[] | undefined;
  href?: Route | undefined;
  /** For documents, which are no part of the app's router. */
  reload?: boolean | undefined;
};
export type CommandGroup = { title: string; commands: readonly Command[] };

type Registration = CommandGroup & { run: (id: string) => void };

let registrations: readonly Registration[] = [];
let listeners: (() => void)[] = [];

function set(next: readonly Registration[]) {
  registrations = next;
  for (const listener of listeners) listener();
}

export function watchCommands(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

export function pageCommands(): readonly Registration[] {
  return registrations;
}

/** Adds the verbs of a page to the palette while the page is shown. */
export function useCommands(title: string, commands: readonly (Command & { onSelect: () => void })[]): void {
  const run = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.onSelect());
  const listed = JSON.stringify(commands.map(({ onSelect: _onSelect, ...shown }) => shown));

  useEffect(() => {
    const group: Registration = { title, commands: JSON.parse(listed), run: (id) => run(id) };
    set([group, ...pageCommands()]);
    return () => set(pageCommands().filter((one) => one !== group));
  }, [title, listed]);
}
