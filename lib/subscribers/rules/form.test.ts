import { expect, test } from 'vitest';
import { assertChosen, typedChoices } from './form';

function sent(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('no tick is all services only where all that was asked for has a box', () => {
  expect(() => assertChosen(sent([]))).not.toThrow();
  expect(() => assertChosen(sent([['gone', '1']]))).toThrow(/not on the list any more/);
  for (const chosen of ['all', 'services']) {
    const form = sent([
      ['gone', '1'],
      [chosen, 'mail'],
    ]);
    expect(() => assertChosen(form)).not.toThrow();
  }
});

test('all services are all, whatever else is ticked', () => {
  const form = sent([
    ['services', 'mail'],
    ['all', '1'],
  ]);
  expect(typedChoices(form)).toMatchObject({ services: [], all: true });
  expect(typedChoices(sent([['services', 'mail']]))).toMatchObject({ services: ['mail'] });
});
