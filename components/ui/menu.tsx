'use client';

import { cloneElement, type KeyboardEvent, lazy, Suspense, useState } from 'react';
import type { MenuProps } from './menu-parts';

const MenuParts = lazy(() => import('./menu-parts').then((module) => ({ default: module.MenuParts })));

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
