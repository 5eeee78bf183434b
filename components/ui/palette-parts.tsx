'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command as Base } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { type Command, type CommandGroup, pageCommands, watchCommands } from './command-store';
import { Icon } from './icon';
import { Kbd, Keys } from './kbd';
import { keyFaces } from './key-faces';

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Places, after the verbs that the page itself adds. */
  groups: readonly CommandGroup[];
};

/** Loaded when the palette is first opened; `command-palette.tsx` is the part to use. */
export function PaletteParts({ open, onOpenChange, groups }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="palette" aria-label="Search or jump to">
          <CommandList groups={groups} onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type CommandListProps = { groups: readonly CommandGroup[]; onDone: () => void };

/** Verbs first, then places. */
function CommandList({ groups, onDone }: CommandListProps) {
  const router = useRouter();
  const own = useSyncExternalStore(watchCommands, pageCommands, pageCommands);

  function go(command: Command) {
    onDone();
    if (!command.href) return;
    if (command.reload) window.location.assign(command.href);
    else router.push(command.href);
  }

  return (
    <Base label="Search or jump to" loop>
      <div className="pal-in">
        <Icon name="search" />
        <Base.Input placeholder="What do you want to do?" autoFocus />
      </div>
      <Base.List label="Commands">
        <Base.Empty>Nothing matches. Try the name of a service or a reference.</Base.Empty>
        {own.map((group) => (
          <Group
            key={group.title}
            {...group}
            onSelect={(command) => {
              onDone();
              group.run(command.id);
            }}
          />
        ))}
        {groups.map((group) => (
          <Group key={group.title} {...group} onSelect={go} />
        ))}
      </Base.List>
      <div className="pal-ft" aria-hidden>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
        </span>
        <span>
          <Kbd>↵</Kbd> choose
        </span>
        <span className="max-sm:hidden">
          <Kbd>esc</Kbd> close
        </span>
      </div>
    </Base>
  );
}

function Group({ title, commands, onSelect }: CommandGroup & { onSelect: (command: Command) => void }) {
  return (
    <Base.Group heading={title}>
      {commands.map((command) => (
        <Base.Item
          key={command.id}
          value={`${command.label} ${command.id}`}
          {...(command.keywords ? { keywords: command.keywords } : {})}
          onSelect={() => onSelect(command)}
        >
          <Icon name={command.icon ?? 'arrow-right'} />
          <span>
            {command.label} {command.hint ? <small>{command.hint}</small> : null}
          </span>
          {command.shortcut ? (
            <span className="sp">
              <Keys keys={keyFaces(command.shortcut)} />
            </span>
          ) : null}
        </Base.Item>
      ))}
    </Base.Group>
  );
}
