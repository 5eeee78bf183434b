import { expect, test } from 'vitest';
import { serviceInputSchema } from '@/lib/services/schema';
import { readServiceForm, slugOf } from './service-form-values';

function formOf(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.append(name, value);
  return form;
}

const service = { name: 'Case Records', slug: 'case-records', tier: '2', visibility: 'INTERNAL' };

test('makes a short name of a name', () => {
  expect(slugOf('Kühl & Söhne: Case Records!')).toBe('kuhl-sohne-case-records');
});

test('reads an empty field as nothing, and a service without lists', () => {
  expect(
    serviceInputSchema.parse(readServiceForm(formOf({ ...service, rtoMinutes: '', ownerId: '' }))),
  ).toEqual({
    name: 'Case Records',
    slug: 'case-records',
    tier: 2,
    visibility: 'INTERNAL',
    description: '',
    group: null,
    publicAddress: null,
    usedBy: null,
    hours: null,
    ownerId: null,
    rtoMinutes: null,
    rpoMinutes: null,
    agreedBy: null,
    agreedOn: null,
    servers: [],
    dependsOn: [],
    contacts: [],
  });
});

test('reads the rows of its lists in their order', () => {
  const read = readServiceForm(
    formOf({
      ...service,
      rtoMinutes: '240',
      'servers.0.name': 'one',
      'servers.0.role': 'PRIMARY',
      'servers.0.powerSupplies': '2',
      'servers.1.name': 'two',
      'servers.1.role': 'SECONDARY',
      'servers.1.hotSwapDisks': 'no',
      'contacts.0.name': 'Vendor',
      'contacts.0.email': '',
    }),
  );
  expect(read.rtoMinutes).toBe(240);
  expect(read.servers).toMatchObject([
    { name: 'one', role: 'PRIMARY', powerSupplies: 2, hotSwapDisks: null },
    { name: 'two', role: 'SECONDARY', powerSupplies: null, hotSwapDisks: false },
  ]);
  expect(read.contacts).toEqual([{ name: 'Vendor', purpose: '', email: null, phone: null }]);
});
