'use client';

import { useSyncExternalStore } from 'react';
import { Choice } from './choice';
import { Dialog } from './dialog';
import { Keys } from './kbd';
import { keyFaces } from './key-faces';
import {
  type ShortcutGroup,
  shortcutGroups,
  singleKeysOn,
  switchSingleKeys,
  watchShortcuts,
} from './shortcut-store';

const none: readonly ShortcutGroup[] = [];

/** Lists the keys of the page, and lets the reader switch single keys off. */
export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const groups = useSyncExternalStore(watchShortcuts, shortcutGroups, () => none);
  const on = useSyncExternalStore(watchShortcuts, singleKeysOn, () => true);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" size="md">
      <div className="stack">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className="keylist">
              {group.items.map((item) => (
                <div key={item.key}>
                  <dt>{item.does}</dt>
                  <dd>
                    <Keys keys={keyFaces(item.key)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Choice
          type="checkbox"
          name="single-keys"
          label="Single keys are on"
          description="Switch them off if you speak to your computer or press keys by accident. ⌘ K and Ctrl K always work."
          checked={on}
          onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        />
      </div>
    </Dialog>
  );
}
