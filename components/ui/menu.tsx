'use client';

import type { Route } from 'next';
import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react';
import type { IconName } from './icon-paths';

const MenuParts = lazy(() => import('./menu-parts').then((module) => ({ default: module.MenuParts })));

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
export type ChoiceEntry = {
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

/** Until it is first opened the menu is only its button. */
export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState(false);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpened(true);
  }

  const closed = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setOpened(true),
    onKeyDown,
  });
  if (!opened) return closed;
  return (
    <Suspense fallback={closed}>
      <MenuParts {...props} />
    </Suspense>
  );
}
