/** One listener for all single keys of the page, and the list that "?" shows. */
type ShortcutItem = { key: string; does: string };
export type ShortcutGroup = { title: string; items: readonly ShortcutItem[] };

type Registration = ShortcutGroup & { run: (key: string) => void };

const storageKey = 'single-keys';
const sequenceMilliseconds = 1000;

let registrations: Registration[] = [];
let listeners: (() => void)[] = [];
let previous = { key: '', at: 0 };

function changed() {
  for (const listener of listeners) listener();
}

export function watchShortcuts(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

export function shortcutGroups(): readonly ShortcutGroup[] {
  return registrations;
}

export function registerShortcuts(group: Registration): () => void {
  if (registrations.length === 0) document.addEventListener('keydown', onKey);
  registrations = [...registrations, group];
  changed();
  return () => {
    registrations = registrations.filter((one) => one !== group);
    if (registrations.length === 0) document.removeEventListener('keydown', onKey);
    changed();
  };
}

/** Speech input types letters: whoever speaks must be able to switch single keys off. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'off');
  changed();
}

function isBusyElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (
    target?.closest(
      'textarea, select, [contenteditable="true"], input:not([type="radio"], [type="checkbox"])',
    )
  ) {
    return true;
  }
  // A toast is a dialog too, but nobody is busy in it.
  return document.querySelector('[role="dialog"]:not(.toast), [role="alertdialog"], [role="menu"]') !== null;
}

/** Enter and space belong to the button or link that has the focus. */
function belongsToFocus(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof Element && event.target.closest('a, button, summary') !== null;
}

function onKey(event: KeyboardEvent) {
  if (isBusyElsewhere(event) || belongsToFocus(event) || !singleKeysOn()) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const sequence = event.timeStamp - previous.at < sequenceMilliseconds ? `${previous.key} ${key}` : '';
  previous = { key, at: event.timeStamp };
  for (const wanted of [sequence, key]) {
    const owner = registrations.findLast((group) => group.items.some((item) => item.key === wanted));
    if (!owner) continue;
    event.preventDefault();
    owner.run(wanted);
    return;
  }
}
