/** What a person entered, and of it what the form did not say when it was opened. */
export interface Entered<T> {
  said: T;
  /** An edit sends only this: what its person left alone stays as others may have saved it meanwhile. */
  changed: Partial<T>;
}

/** Reads a form as it is sent, beside what it said when it was opened. */
export function entered<T extends object>(
  read: (form: FormData) => T,
  form: FormData,
  opened: FormData,
): Entered<T> {
  const said = read(form);
  return { said, changed: changedSince(read(opened), said) };
}

export function changedSince<T extends object>(before: T, said: T): Partial<T> {
  const fields = Object.keys(said) as (keyof T)[];
  const changed = fields.filter((field) => JSON.stringify(said[field]) !== JSON.stringify(before[field]));
  return Object.fromEntries(changed.map((field) => [field, said[field]])) as Partial<T>;
}
