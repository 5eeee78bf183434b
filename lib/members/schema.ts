import { z } from 'zod';
import { daysAfter, endOfDay, keyDays } from '@/lib/members/rules/key-end';
import { passwordFault } from '@/lib/members/rules/password';
import { emailAddress } from '@/lib/platform/input/email';
import { idInput } from '@/lib/platform/input/id-input';
import { dayInput } from '@/lib/platform/input/instant';
import { pageInput } from '@/lib/platform/input/page-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { line, name } from '@/lib/platform/input/text';
import { zoneSchema } from '@/lib/settings/schema';

export const roleSchema = z.enum(['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN']);
export type Role = z.infer<typeof roleSchema>;
export const roleLabel: Record<Role, string> = {
  USER: 'User',
  DEVELOPER: 'Developer',
  RESPONDER: 'Responder',
  MANAGER: 'Manager',
  ADMIN: 'Admin',
};
export const roleMeaning: Record<Role, string> = {
  USER: 'Reports, follows the own reports and says when it works again.',
  DEVELOPER: 'Sees the incidents of their services and notes findings. Publishes nothing.',
  RESPONDER: 'Triages, investigates, publishes updates and starts live runs.',
  MANAGER: 'All that a responder does, approves steps and changes severity targets.',
  ADMIN: 'All that a manager does, and looks after people, services, keys and settings.',
};

/** Whether a role may less than another. */
export const isBelow = (role: Role, other: Role): boolean =>
  roleSchema.options.indexOf(role) < roleSchema.options.indexOf(other);

export const memberStateSchema = z.enum(['INVITED', 'ACTIVE', 'DISABLED']);

/** Lower case and without surrounding spaces, as it is stored. */
export const emailSchema = emailAddress({ wrong: 'Enter an address like name@example.org.' });

const personNameSchema = name(120, { missing: 'Enter a name.', long: 'Use at most 120 characters.' });

/** A password being chosen. Commands check it once more with the person's own words. */
const newPasswordSchema = z.string({ error: 'Enter a password.' }).superRefine((password, check) => {
  const fault = passwordFault(password);
  if (fault) check.addIssue({ code: 'custom', message: fault });
});

/** A password being typed in, right or wrong. */
export const typedPasswordSchema = z
  .string({ error: 'Enter your password.' })
  .min(1, 'Enter your password.')
  .max(1_000, 'Use at most 1,000 characters.');

const linkSchema = z.string({ error: 'This link is not complete.' }).max(200, 'This link is not complete.');
const memberId = idInput('Choose a member.');
const knowsSchema = z
  .array(line(60, { long: 'Use at most 60 characters for each.' }).min(1))
  .max(20, 'Name at most 20.');

export const createMemberInput = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
  password: newPasswordSchema,
});
export const inviteInput = z.object({
  email: emailSchema,
  name: personNameSchema.optional(),
  role: roleSchema,
});
export const invitationInput = z.object({ invitationId: idInput('Choose an invitation.') });
export const acceptInvitationInput = z.object({
  token: linkSchema,
  name: personNameSchema,
  password: newPasswordSchema,
});
/** Keys that the member made and that go on without them; every other one is revoked. */
const exceptKeys = z.array(idInput('Choose keys of the list.')).max(200, 'At most 200 keys.').default([]);
export const setRoleInput = z.object({ memberId, role: roleSchema, version: seenVersion, exceptKeys });
export const memberInput = z.object({ memberId });
export const disableMemberInput = z.object({ memberId, exceptKeys });
export const editSelfInput = z.object({
  memberId,
  name: personNameSchema.optional(),
  knows: knowsSchema.optional(),
  timeZone: zoneSchema.nullable().optional(),
  version: seenVersion,
});
export const requestResetInput = z.object({ email: emailSchema });
export const resetPasswordInput = z.object({ token: linkSchema, password: newPasswordSchema });
export const changePasswordInput = z.object({
  memberId,
  current: typedPasswordSchema,
  password: newPasswordSchema,
});

const peopleFilterSchema = z.enum(['all', 'here', 'invited', 'disabled']);
export type PeopleFilter = z.infer<typeof peopleFilterSchema>;
export const listPeopleInput = z.object({
  show: peopleFilterSchema.default('all'),
  /** Part of a name, an address, a subject somebody knows, or a team. */
  find: name(100).default(''),
  after: pageInput.after,
});

const teamName = name(80, { missing: 'Enter a name.', long: 'Use at most 80 characters.' });
const capacity = z.coerce.number().int().min(1, 'At least 1.').max(50, 'At most 50.');
const teamMembers = z.array(idInput('Choose members of the list.')).max(200, 'At most 200 people.');

export const createTeamInput = z.object({
  name: teamName,
  capacity: capacity.default(1),
  leadId: memberId.nullable().default(null),
  memberIds: teamMembers.default([]),
});
export const editTeamInput = z.object({
  teamId: idInput('Choose a team.'),
  version: seenVersion,
  name: teamName.optional(),
  capacity: capacity.optional(),
  leadId: memberId.nullable().optional(),
  memberIds: teamMembers.optional(),
});

/** How long a sign-in lasts: a kept one, and one that ends with the browser but not later than this. */
export const sessionHours = { kept: 12, browser: 8 } as const;

export const startSessionInput = z.object({
  memberId,
  /** The stored hash that the password was checked against: a password changed since then refuses. */
  verified: z.string(),
  tokenHash: z.instanceof(Uint8Array),
  keep: z.boolean(),
  /** The session that the browser had until now, which this one takes the place of. */
  replaces: z.instanceof(Uint8Array).nullable(),
});
export const endSessionInput = z.object({ sessionId: idInput('Choose a sign-in.') });
export const endSessionsInput = z.object({
  memberId,
  /** The one that stays: where the person is now. */
  except: idInput().nullable().default(null),
});

export interface SignedInMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string | null;
  sessionId: string;
}

/** What a key starts with, so that people and scanners of leaked secrets know it for one. */
export const keyMark = 'sb_';

export const createKeyInput = z.object({
  name: line(80, { missing: 'Say what the key is for.', long: 'Use at most 80 characters.' }),
  role: roleSchema,
  /** The last day of the key, in UTC; a year from now unless said. */
  lastDay: dayInput('Give a day such as 2027-06-09.')
    .refine((day) => {
      const end = endOfDay(day);
      return end > new Date() && end <= daysAfter(new Date(), keyDays.most);
    }, 'Choose a day from today to two years from now.')
    .optional(),
});
export const revokeKeyInput = z.object({ keyId: idInput('Choose a key.') });
