import { isDuplicate } from '@/lib/database/database-errors';
import { teamEdited } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { readTeam } from '@/lib/members/queries/read-teams';
import { teamViewSchema } from '@/lib/members/queries/views';
import { editTeamInput } from '@/lib/members/schema';
import { assertActiveMembers, teams } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Name, size, lead and people of a team; what is left out stays. @throws AppError `not_found`, `conflict`, `invalid` */
export const editTeam = command({
  input: editTeamInput,
  answer: teamViewSchema,
  subject: teams,
  of: (input) => input.teamId,
  allow: permit(memberPolicy, 'team.edit'),
  run: async ({ tx, input, subject, record }) => {
    const { name, capacity, leadId, memberIds } = input;
    const fields = (['name', 'capacity', 'leadId', 'memberIds'] as const).filter(
      (f) => input[f] !== undefined,
    );
    if (fields.length === 0) return await readTeam(tx, subject.id);
    await assertActiveMembers(tx, [...(memberIds ?? []), ...(leadId ? [leadId] : [])]);
    await teams
      .write(tx, subject, {
        ...(name === undefined ? {} : { name }),
        ...(capacity === undefined ? {} : { capacity }),
        ...(leadId === undefined ? {} : { leadId }),
      })
      .catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
        throw new AppError('conflict', `There is a team called ${name} already.`);
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
