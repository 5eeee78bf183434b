import type { FieldOf } from '@/components/ui/act-state';
import type { ServiceInput } from '@/lib/services/schema';

/** A field of the form with what it begins with. */
export type FilledField = (
  path: string,
  value: string | number | null | undefined,
) => ReturnType<FieldOf> & { defaultValue: string | number };

/** A short name from a name: "Case Records" → "case-records". */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}

/** What the form says. Its fields are named by their paths, as in `servers.0.name`; an empty one says nothing. */
export function readServiceForm(form: FormData): ServiceInput {
  const text = (path: string): string => String(form.get(path) ?? '');
  const orNull = (path: string): string | null => text(path) || null;
  const number = (path: string): number | null => (text(path) === '' ? null : Number(text(path)));
  const yesNo = (path: string): boolean | null => (text(path) === '' ? null : text(path) === 'yes');
  const rows = <R>(list: string, read: (at: string) => R): R[] => {
    const places = [...form.keys()].flatMap((key) => (key.startsWith(`${list}.`) ? key.split('.')[1] : []));
    return [...new Set(places)].map((place) => read(`${list}.${place}`));
  };
  return {
    name: text('name'),
    slug: text('slug'),
    description: text('description'),
    usedBy: orNull('usedBy'),
    publicAddress: orNull('publicAddress'),
    hours: orNull('hours'),
    group: orNull('group'),
    tier: Number(text('tier')) as ServiceInput['tier'],
    visibility: text('visibility') as ServiceInput['visibility'],
    ownerId: orNull('ownerId'),
    rtoMinutes: number('rtoMinutes'),
    rpoMinutes: number('rpoMinutes'),
    agreedBy: orNull('agreedBy'),
    agreedOn: orNull('agreedOn'),
    servers: rows('servers', (at) => ({
      name: text(`${at}.name`),
      role: text(`${at}.role`) as NonNullable<ServiceInput['servers']>[number]['role'],
      description: text(`${at}.description`),
      address: orNull(`${at}.address`),
      site: orNull(`${at}.site`),
      powerSupplies: number(`${at}.powerSupplies`),
      hotSwapDisks: yesNo(`${at}.hotSwapDisks`),
      note: text(`${at}.note`),
    })),
    dependsOn: rows('dependsOn', (at) => ({ serviceId: text(`${at}.serviceId`), note: text(`${at}.note`) })),
    contacts: rows('contacts', (at) => ({
      name: text(`${at}.name`),
      purpose: text(`${at}.purpose`),
      email: orNull(`${at}.email`),
      phone: orNull(`${at}.phone`),
    })),
  };
}
