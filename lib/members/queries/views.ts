import { z } from 'zod';
import { memberStateSchema, roleSchema } from '@/lib/members/schema';
import { instant, view } from '@/lib/platform/answers/view';

export const memberViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  state: memberStateSchema,
  version: z.number().int(),
});
export type MemberView = z.infer<typeof memberViewSchema>;

/** What somebody is who may less than before, and which keys that they made ended with it. */
export const memberAndRevokedKeysSchema = memberViewSchema.extend({
  revokedKeys: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type MemberAndRevokedKeys = z.infer<typeof memberAndRevokedKeysSchema>;

export const ownAccountSchema = memberViewSchema.extend({
  knows: z.array(z.string()),
  timeZone: z.string().nullable(),
});
export type OwnAccountView = z.infer<typeof ownAccountSchema>;

export const keyViewSchema = view('KeyView', {
  id: z.uuid(),
  name: z.string(),
  role: roleSchema,
  /** The part that tells one key from another, never enough to use it. */
  prefix: z.string(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  /** The member who made it, and so knows its secret; null for the command line. */
  createdById: z.uuid().nullable(),
  lastUsedAt: instant.nullable(),
  /** From then on it is refused. */
  expiresAt: instant,
  revokedAt: instant.nullable(),
});
export type KeyView = z.infer<typeof keyViewSchema>;

/** `secret` is there once: in the answer that made the key. */
export const newKeyViewSchema = view('NewKeyView', {
  id: z.uuid(),
  name: z.string(),
  role: roleSchema,
  prefix: z.string(),
  expiresAt: instant,
  secret: z.string().nullable(),
});
export type NewKeyView = z.infer<typeof newKeyViewSchema>;

export const sessionViewSchema = view('SessionView', {
  id: z.uuid(),
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  /** Browser and system in words, as far as they can be told. */
  browser: z.string(),
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const teamViewSchema = view('TeamView', {
  id: z.uuid(),
  name: z.string(),
  /** How many allocations the team takes at once. */
  capacity: z.int(),
  version: z.int(),
  lead: z
    .object({
      id: z.uuid(),
      name: z.string(),
    })
    .nullable(),
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
    }),
  ),
});
export type TeamView = z.infer<typeof teamViewSchema>;

const personViewSchema = view('PersonView', {
  ...memberViewSchema.shape,
  knows: z.array(z.string()),
  teams: z.array(z.string()),
  /** Allocations at once. */
  capacity: z.int(),
  capacityUntil: z.string().nullable(),
  /** Seen in the last five minutes. */
  here: z.boolean(),
  lastSignedInAt: instant.nullable(),
});
export type PersonView = z.infer<typeof personViewSchema>;

export const invitationViewSchema = view('InvitationView', {
  id: z.uuid(),
  email: z.string(),
  name: z.string().nullable(),
  role: roleSchema,
  expiresAt: instant,
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

const openInvitationViewSchema = view('OpenInvitationView', {
  ...invitationViewSchema.shape,
  invitedBy: z.string().nullable(),
  invitedAt: instant,
  over: z.boolean(),
});
export type OpenInvitationView = z.infer<typeof openInvitationViewSchema>;

export const peopleViewSchema = view('PeopleView', {
  people: z.array(personViewSchema),
  /** Shown before the members, on the first page of `all` and `invited`. */
  invitations: z.array(openInvitationViewSchema),
  counts: z.object({
    members: z.int(),
    here: z.number(),
    invited: z.number(),
    disabled: z.number(),
    teams: z.int(),
  }),
  next: z.string().nullable(),
});
export type PeopleView = z.infer<typeof peopleViewSchema>;

export const memberOptionSchema = view('MemberOption', {
  id: z.uuid(),
  name: z.string(),
  role: roleSchema,
});
export type MemberOption = z.infer<typeof memberOptionSchema>;
