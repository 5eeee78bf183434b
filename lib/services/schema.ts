import { z } from 'zod';
import { edits } from '@/lib/platform/input/edits';
import { emailAddress } from '@/lib/platform/input/email';
import { idInput } from '@/lib/platform/input/id-input';
import { dayInput } from '@/lib/platform/input/instant';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line, lines, name } from '@/lib/platform/input/text';

export const serviceStatusSchema = z.enum(['OPERATIONAL', 'DEGRADED', 'PARTIAL_OUTAGE', 'MAJOR_OUTAGE']);
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;
export const serviceStatuses = serviceStatusSchema.options;

/** What members read. */
export const serviceStatusLabel: Record<ServiceStatus, string> = {
  OPERATIONAL: 'Works',
  DEGRADED: 'Degraded',
  PARTIAL_OUTAGE: 'Partly unavailable',
  MAJOR_OUTAGE: 'Not available',
};

/** What users read. */
export const serviceStatusPublicLabel: Record<ServiceStatus, string> = {
  OPERATIONAL: 'Working normally',
  DEGRADED: 'Slow, or parts misbehave',
  PARTIAL_OUTAGE: 'Parts are not available',
  MAJOR_OUTAGE: 'Not available',
};

/** Atlassian Statuspage's component statuses. */
export const statuspageComponentStatus = {
  OPERATIONAL: 'operational',
  DEGRADED: 'degraded_performance',
  PARTIAL_OUTAGE: 'partial_outage',
  MAJOR_OUTAGE: 'major_outage',
} as const satisfies Record<ServiceStatus, string>;

const rank: Record<ServiceStatus, number> = {
  OPERATIONAL: 0,
  DEGRADED: 1,
  PARTIAL_OUTAGE: 2,
  MAJOR_OUTAGE: 3,
};

/** Sorts worst first. */
export function compareStatus(a: ServiceStatus, b: ServiceStatus): number {
  return rank[b] - rank[a];
}

/** A service's status is the worst of its open ones; without any it works. */
export function worstStatus(list: readonly ServiceStatus[]): ServiceStatus {
  return [...list].sort(compareStatus)[0] ?? 'OPERATIONAL';
}

export const visibilitySchema = z.enum(['PUBLIC', 'INTERNAL']);
export type Visibility = z.infer<typeof visibilitySchema>;
export const visibilityLabel: Record<Visibility, string> = {
  PUBLIC: 'Public',
  INTERNAL: 'Internal',
};

export const serverRoleSchema = z.enum(['PRIMARY', 'SECONDARY', 'CLUSTER_MEMBER', 'BACKUP']);
export type ServerRole = z.infer<typeof serverRoleSchema>;
export const serverRoleLabel: Record<ServerRole, string> = {
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  CLUSTER_MEMBER: 'Cluster member',
  BACKUP: 'Backup',
};

/** The three areas of an investigation. */
export const areaSchema = z.enum(['NETWORKING', 'SERVICES', 'INFRASTRUCTURE']);
export type Area = z.infer<typeof areaSchema>;
export const areaLabel: Record<Area, string> = {
  NETWORKING: 'Networking',
  SERVICES: 'Services',
  INFRASTRUCTURE: 'Server infrastructure',
};

/** 1 is the most important. Stored as a number. */
export const tierSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Tier = z.infer<typeof tierSchema>;
export const tiers: readonly Tier[] = [1, 2, 3, 4];
export const tierLabel: Record<Tier, string> = {
  1: 'Tier 1: must be available at all times',
  2: 'Tier 2: important, work continues without it for some hours',
  3: 'Tier 3: useful, work continues without it for a day',
  4: 'Tier 4: can wait',
};

const long = (what: string, most: number) => ({ long: `${what} may have ${most} characters at most.` });
const field = (what: string, most: number) => line(most, long(what, most));
const named = (what: string, most: number) => name(most, long(what, most));
const minutes = (name: string) =>
  z
    .int(`${name} is a whole number of minutes.`)
    .min(1, `${name} is at least 1 minute.`)
    .max(60 * 24 * 365, `${name} is at most a year.`);

export const serverInputSchema = z.object({
  name: named('The server name', 120).min(1, 'Give the server a name.'),
  role: serverRoleSchema,
  description: field('What it is', 200).default(''),
  address: field('The address', 253).nullable().default(null),
  site: field('The site', 120).nullable().default(null),
  powerSupplies: z
    .int('Power supplies are counted.')
    .min(1, 'At least 1 power supply, or none said.')
    .max(16, 'At most 16 power supplies.')
    .nullable()
    .default(null),
  hotSwapDisks: z.boolean().nullable().default(null),
  note: lines(500, long('The note', 500)).default(''),
});

export const contactInputSchema = z.object({
  name: field('The name', 120).min(1, 'Name the contact.'),
  purpose: field('The purpose', 200).default(''),
  email: emailAddress({ wrong: 'Enter an address like name@example.org.' }).nullable().default(null),
  phone: field('The phone number', 40).nullable().default(null),
});

/** Everything of a service that a form saves at once. Lists replace what was there. */
export const serviceInputSchema = z.object({
  name: named('The name', 80).min(1, 'Give the service a name.'),
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens, like case-records.')
    .max(60, 'At most 60 characters.'),
  description: lines(500, long('The description', 500)).default(''),
  tier: tierSchema.default(3),
  visibility: visibilitySchema.default('PUBLIC'),
  group: named('The group', 80).nullable().default(null),
  publicAddress: field('The address', 253).nullable().default(null),
  usedBy: field('Who uses it', 200).nullable().default(null),
  hours: field('The hours', 120).nullable().default(null),
  ownerId: idInput('Choose an owner from the list.').nullable().default(null),
  rtoMinutes: minutes('RTO').nullable().default(null),
  rpoMinutes: minutes('RPO').nullable().default(null),
  agreedBy: field('Agreed by', 120).nullable().default(null),
  agreedOn: dayInput('Enter a date like 2026-01-12.').nullable().default(null),
  servers: z.array(serverInputSchema).max(50, 'At most 50 servers.').default([]),
  dependsOn: z
    .array(
      z.object({
        serviceId: idInput('Choose a service from the list.'),
        note: field('The note', 200).default(''),
      }),
    )
    .max(50, 'At most 50 dependencies.')
    .default([]),
  contacts: z.array(contactInputSchema).max(20, 'At most 20 contacts.').default([]),
});

/** What the fields are called, in the form and in what is said of a change. */
export const serviceFieldLabel: Record<keyof z.output<typeof serviceInputSchema>, string> = {
  name: 'Name',
  slug: 'Short name',
  description: 'What people do with it',
  usedBy: 'Who uses it',
  publicAddress: 'Address users have',
  hours: 'Hours',
  group: 'Group',
  tier: 'Tier',
  visibility: 'Shown',
  ownerId: 'Owner',
  rtoMinutes: 'RTO',
  rpoMinutes: 'RPO',
  agreedBy: 'Agreed by',
  agreedOn: 'Agreed on',
  servers: 'Servers',
  dependsOn: 'Depends on',
  contacts: 'Contacts',
};

const known = { id: idInput('Name the service by its id.') };
export const editServiceInput = z.object({
  ...edits(serviceInputSchema.shape),
  ...known,
  version: seenVersion,
});
export const archiveServiceInput = z.object({
  ...known,
  version: seenVersion,
  archived: z.boolean().default(true),
});
export type ServiceInput = z.input<typeof serviceInputSchema>;

export const listServicesInput = z.object({
  text: name(120).default(''),
  only: z.enum(['all', 'open', 'archived']).default('all'),
});
