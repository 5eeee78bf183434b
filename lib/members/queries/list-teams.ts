import { z } from 'zod';
import { memberPolicy } from '@/lib/members/policy';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { readTeams } from './read-teams';
import { teamViewSchema } from './views';

/** Every team with its people, by name. */
export const listTeams = query({
  name: 'team.list',
  input: z.object({}),
  answer: z.array(teamViewSchema),
  allow: permit(memberPolicy, 'member.names'),
  run: async ({ db }) => await readTeams(db),
});
