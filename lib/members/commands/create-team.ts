import { teamCreated } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { readTeam } from '@/lib/members/queries/read-teams';
import { teamViewSchema } from '@/lib/members/queries/views';
import { createTeamInput } from '@/lib/members/schema';
import { assertActiveMembers } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';

/** @throws AppError `conflict` when a team of that name exists, `invalid` for people who are not active members */
export const createTeam = command({
  input: createTeamInput,
  answer: teamViewSchema,
  load: async (tx, input) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`team:${input.name}`}, 0))`;
    return await tx.team.findUnique({ where: { name: input.name }, select: { id: true } });
  },
  allow: permit(memberPolicy, 'team.create'),
  run: async ({ tx, input, subject, now, record }) => {
    if (subject) throw new AppError('conflict', `There is a team called ${isolated(input.name)} already.`);
    const people = [...new Set([...input.memberIds, ...(input.leadId ? [input.leadId] : [])])];
    await assertActiveMembers(tx, people);
    const id = newId();
    await tx.team.create({
      data: { id, name: input.name, capacity: input.capacity, leadId: input.leadId, createdAt: now },
    });
    await tx.teamMember.createMany({ data: people.map((memberId) => ({ teamId: id, memberId })) });
    record(teamCreated({ teamId: id }));
    return await readTeam(tx, id);
  },
});
