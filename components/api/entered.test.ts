import { expect, test } from 'vitest';
import { entered } from './entered';

const formOf = (fields: Record<string, string[]>) => {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value);
  return form;
};
const read = (form: FormData) => ({
  name: String(form.get('name')),
  lead: form.get('lead') || null,
  people: form.getAll('people'),
});

test('an edit is what the form did not say when it was opened', () => {
  const opened = formOf({ name: ['Storage'], lead: [''], people: ['Ana', 'Tom'] });
  const form = formOf({ name: ['Storage and copies'], lead: [''], people: ['Ana'] });
  expect(entered(read, form, opened)).toEqual({
    said: { name: 'Storage and copies', lead: null, people: ['Ana'] },
    changed: { name: 'Storage and copies', people: ['Ana'] },
  });
  expect(entered(read, opened, opened).changed).toEqual({});
});

test('a form of which nothing is known from its opening says all of it', () => {
  const form = formOf({ name: ['Storage'], people: ['Ana'] });
  expect(entered(read, form, new FormData()).changed).toEqual({ name: 'Storage', people: ['Ana'] });
});
