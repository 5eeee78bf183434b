/** The text fields of a form, as typed. */
export function fieldsOf(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(entries);
}

type Control = HTMLInputElement | HTMLTextAreaElement;

function isControl(element: Element): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Puts fields back into a form that a person has not touched yet. */
export function fillForm(form: HTMLFormElement, fields: Record<string, string>): void {
  for (const element of form.elements) {
    if (!isControl(element) || !element.name || element.type === 'file' || element.type === 'hidden')
      continue;
    const value = fields[element.name];
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      element.checked = value === element.value;
    } else if (value !== undefined) element.value = value;
  }
}
