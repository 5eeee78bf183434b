interface ListBox {
  value: string;
  options: Iterable<{ value: string; defaultSelected: boolean }>;
}

/**
 * Begins a list with another choice, as a text field does by itself: one that nobody has touched shows it, what a person
 * has chosen stays, and a reset goes to the new one.
 */
export function followChoice(box: ListBox, before: string, now: string): void {
  const shown = box.value === before ? now : box.value;
  for (const option of box.options) option.defaultSelected = option.value === now;
  box.value = shown;
}
