import { z } from 'zod';

const name = z
  .string({ error: 'Enter a name.' })
  .trim()
  .min(1, 'Enter a name.')
  .max(80, 'Use at most 80 characters.');
const capacity = z.coerce.number().int().min(1, 'At least 1.').max(50, 'At most 50.');
const members = z.array(z.uuid('Choose members of the list.')).max(200, 'At most 200 people.');

export const createTeamInput = z.object({
  name,
  capacity: capacity.default(1),
  leadId: z.uuid('Choose a member.').nullable().default(null),
  memberIds: members.default([]),
});
export const editTeamInput = z.object({
  teamId: z.uuid('Choose a team.'),
  version: z.coerce.number().int().positive(),
  name: name.optional(),
  capacity: capacity.optional(),
  leadId: z.uuid('Choose a member.').nullable().optional(),
  memberIds: members.optional(),
});
