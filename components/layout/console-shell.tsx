'use client';

import type { Route } from 'next';
import { type ReactNode, useEffect, useState } from 'react';
import type { LiveState } from '@/components/live/live-messages';
import { CommandPalette } from '@/components/ui/command-palette';
import type { CommandGroup } from '@/components/ui/command-store';
import { loadOverlays } from '@/components/ui/load-overlays';
import { ShortcutsDialog } from '@/components/ui/shortcuts-dialog';
import { SkipLink } from '@/components/ui/skip-link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { AccountMenuProps } from './account-menu';
import { DutyBar, type DutyIncident } from './duty-bar';
import { Rail, type RailEntry } from './rail';

type ConsoleShellProps = {
  homeHref: Route;
  /** Only sections that exist. */
  entries: readonly RailEntry[];
  lower: readonly RailEntry[];
  member: AccountMenuProps['member'];
  incidents: readonly DutyIncident[];
  live: LiveState;
  /** Places for the palette beside those of the rail: open incidents, services. */
  commands?: readonly CommandGroup[] | undefined;
  signOut: AccountMenuProps['signOut'];
  children: ReactNode;
};

export function ConsoleShell(props: ConsoleShellProps) {
  const { homeHref, entries, lower, member, incidents, live, commands = [], signOut, children } = props;
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const places: CommandGroup = {
    title: 'Go to',
    commands: [...entries, ...lower].map(({ href, label, icon }) => ({ id: href, href, label, icon })),
  };

  useShortcuts('Everywhere', [
    { key: '?', does: 'Show the keys', run: () => setKeys(true) },
    { key: '/', does: 'Search or jump to', run: () => setPalette(true) },
  ]);

  useEffect(loadOverlays, []);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setPalette((open) => !open);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className="app">
      <SkipLink />
      <Rail homeHref={homeHref} entries={entries} lower={lower} />
      <div className="min-w-0">
        <DutyBar
          incidents={incidents}
          live={live}
          onJump={() => setPalette(true)}
          account={{ member, signOut, onShowKeys: () => setKeys(true) }}
        />
        <main id="main" className="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <CommandPalette open={palette} onOpenChange={setPalette} groups={[...commands, places]} />
      <ShortcutsDialog open={keys} onOpenChange={setKeys} />
    </div>
  );
}
