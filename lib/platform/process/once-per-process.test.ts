import { expect, test, vi } from 'vitest';
import { oncePerProcess } from './once-per-process';

test('makes a thing once, when it is first asked for', () => {
  const make = vi.fn(() => ({ since: 1 }));
  const thing = oncePerProcess('test.first', make);
  expect(make).not.toHaveBeenCalled();
  expect(thing()).toBe(thing());
  expect(make).toHaveBeenCalledOnce();
});

test('is shared by two instances of a module', async () => {
  const here = oncePerProcess('test.shared', () => ({ from: 'here' }));
  here();
  vi.resetModules();
  const second = await import('./once-per-process');
  expect(second.oncePerProcess).not.toBe(oncePerProcess);
  expect(second.oncePerProcess('test.shared', () => ({ from: 'there' }))()).toBe(here());
});

test('keeps nothing as well as something, until it is replaced or forgotten', () => {
  const make = vi.fn((): string | null => null);
  const thing = oncePerProcess('test.nothing', make);
  expect([thing(), thing()]).toEqual([null, null]);
  thing.put('here');
  expect(thing()).toBe('here');
  expect(thing.forget()).toBe('here');
  expect(thing()).toBeNull();
  expect(make).toHaveBeenCalledTimes(2);
});
