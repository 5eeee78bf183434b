import { isDuplicate } from '@/lib/database/database-errors';
import { teamEdited } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { readTeam } from '@/lib/members/queries/read-teams';
import { teamViewSchema } from '@/lib/members/queries/views';
import { editTeamInput } from '@/lib/members/schema';
import { assertActiveMembers, teams } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { changesOf, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';

/** Name, size, lead and people of a team; what is left out stays. @throws AppError `not_found`, `conflict`, `invalid` */
export const editTeam = command({
  input: editTeamInput,
  answer: teamViewSchema,
  subject: teams,
  of: (input) => input.teamId,
  allow: permit(memberPolicy, 'team.edit'),
  run: async ({ tx, input, subject, record }) => {
    const { teamId: id, version: _, memberIds, ...columns } = input;
    const { members, ...stored } = await tx.team.findUniqueOrThrow({
      where: { id },
      select: { name: true, capacity: true, leadId: true, members: { select: { memberId: true } } },
    });
    const fields = changesOf(
      { ...stored, memberIds: members.map(({ memberId }) => memberId).sort() },
      { ...columns, memberIds: memberIds && [...new Set(memberIds)].sort() },
    );
    if (fields.length === 0) return await readTeam(tx, subject.id);
    await assertActiveMembers(tx, [...(memberIds ?? []), ...(columns.leadId ? [columns.leadId] : [])]);
    await teams.write(tx, subject, said(columns)).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
      throw new AppError('conflict', `There is a team called ${isolated(columns.name ?? '')} already.`);
    });
    if (memberIds) {
      await tx.teamMember.deleteMany({ where: { teamId: subject.id, memberId: { notIn: memberIds } } });
      const data = memberIds.map((memberId) => ({ teamId: subject.id, memberId }));
      await tx.teamMember.createMany({ data, skipDuplicates: true });
    }
    record(teamEdited({ teamId: subject.id, fields }));
    return await readTeam(tx, subject.id);
  },
});
