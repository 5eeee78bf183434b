'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { Route } from 'next';
import Link from 'next/link';
import { type ComponentProps, Fragment, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

type ActionEntry = {
  kind: 'action';
  label: string;
  onSelect: () => void;
  icon?: IconName | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  hint?: ReactNode | undefined;
};
type LinkEntry = {
  kind: 'link';
  label: string;
  href: Route;
  icon?: IconName | undefined;
  /** For documents, which are no part of the app's router. */
  reload?: boolean | undefined;
  hint?: ReactNode | undefined;
};
type ChoiceEntry = {
  kind: 'choice';
  label: string;
  value: string;
  options: readonly { value: string; label: string; icon?: IconName | undefined }[];
  onChange: (value: string) => void;
  /** The menu closes with a choice that acts at once. */
  closes?: boolean | undefined;
};
export type MenuEntry = ActionEntry | LinkEntry | ChoiceEntry | { kind: 'line' };

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<'button'>>;
  label: string;
  entries: readonly MenuEntry[];
  head?: ReactNode | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'bottom' | undefined;
};

/** Loaded when a menu is first opened; `menu.tsx` is the part to use. */
export function MenuParts({ trigger, label, entries, head, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popup-at" align={align} side={side} sideOffset={6}>
          <Base.Popup className="popup" aria-label={label}>
            {head}
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place in the menu.
              <Entry key={index} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function ItemContent({
  icon,
  label,
  hint,
}: {
  icon?: IconName | undefined;
  label: string;
  hint?: ReactNode | undefined;
}) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {label}
      {hint ? <span className="hint">{hint}</span> : null}
    </>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'line':
      return <Base.Separator className="mi-line" />;
    case 'link':
      return (
        <Base.LinkItem
          className="mi"
          closeOnClick
          {...(entry.reload ? { href: entry.href } : { render: <Link href={entry.href} /> })}
        >
          <ItemContent {...entry} />
        </Base.LinkItem>
      );
    case 'action':
      return (
        <Base.Item
          className={classNames('mi', entry.danger && 'danger')}
          disabled={entry.disabled ?? false}
          onClick={entry.onSelect}
        >
          <ItemContent {...entry} />
        </Base.Item>
      );
    case 'choice':
      return <Choices {...entry} />;
  }
}

function Choices({ label, value, options, onChange, closes = false }: ChoiceEntry) {
  return (
    <Base.Group>
      <Base.GroupLabel className="mi-l">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)}>
        {options.map((option) => (
          <Fragment key={option.value}>
            <Base.RadioItem className="mi" value={option.value} closeOnClick={closes}>
              <ItemContent icon={option.icon} label={option.label} />
              <Base.RadioItemIndicator className="tick">
                <Icon name="check" />
              </Base.RadioItemIndicator>
            </Base.RadioItem>
          </Fragment>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
