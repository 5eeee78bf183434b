import { expect, test } from 'vitest';
import { z } from 'zod';
import { addressOf, readAddress } from './address';

const listInput = z.object({
  show: z.enum(['all', 'open']).default('all'),
  state: z.enum(['NEW', 'OVER']).optional(),
  text: z.string().trim().max(8).default(''),
  from: z.iso
    .datetime()
    .transform((at) => new Date(at))
    .optional(),
  archived: z.stringbool().default(false),
  limit: z.coerce.number().int().max(100).default(50),
});

test('what the address does not say is what the query takes then', () => {
  const usual = { show: 'all', text: '', limit: 50 };
  expect(readAddress(listInput, {})).toEqual(usual);
  expect(readAddress(listInput, { show: '', state: '', from: '', limit: '' })).toEqual(usual);
});

test('what is unknown, wrong, too long or said twice counts as not said, and the rest stays', () => {
  const wrong = { show: 'none', state: ['NEW', 'OVER'], text: 'far too long', limit: '1000', page: '3' };
  expect(readAddress(listInput, wrong)).toEqual({ show: 'all', text: '', limit: 50 });
  expect(readAddress(listInput, { ...wrong, state: 'NEW' })).toMatchObject({ show: 'all', state: 'NEW' });
});

test('a link shows the same list, in the words of the address', () => {
  const filter = readAddress(listInput, { show: 'open', text: ' shop ', from: '2026-06-09T14:00:00Z' });
  expect(filter).toEqual({ show: 'open', text: 'shop', from: '2026-06-09T14:00:00Z', limit: 50 });
  const address = addressOf('/incidents', listInput, filter);
  expect(address).toBe('/incidents?show=open&text=shop&from=2026-06-09T14%3A00%3A00Z');
  expect(readAddress(listInput, Object.fromEntries(new URL(address, 'http://a').searchParams))).toEqual(
    filter,
  );
});

test('the address says nothing that goes without saying', () => {
  expect(addressOf('/incidents', listInput, { show: 'all', text: '', limit: 50 })).toBe('/incidents');
});
