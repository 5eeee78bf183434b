import { isDuplicate } from '@/lib/database/database-errors';
import { teamEdited } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { assertActiveMembers, readTeam } from '@/lib/members/team-rows';
import { editTeamInput } from '@/lib/members/team-schema';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Name, size, lead and people of a team; what is left out stays. @throws AppError `not_found`, `conflict`, `invalid` */
export const editTeam = command({
  name: 'team.edit',
  input: editTeamInput,
  load: async (tx, input) => {
    const [row] = await tx.$queryRaw<{ id: string; name: string; version: number }[]>`
      select id, name, version from team where id = ${input.teamId}::uuid and archived_at is null for update`;
    if (!row) throw new AppError('not_found', 'There is no such team. Open the list of people again.');
    return row;
  },
  allow: permit(memberPolicy, 'team.edit'),
  run: async ({ tx, input, subject, record }) => {
    if (input.version !== subject.version) {
      throw new AppError(
        'conflict',
        `${subject.name} was changed by somebody else meanwhile. Look at it again.`,
        {
          details: { version: subject.version },
        },
      );
    }
    const { name, capacity, leadId, memberIds } = input;
    const fields = (['name', 'capacity', 'leadId', 'memberIds'] as const).filter(
      (f) => input[f] !== undefined,
    );
    if (fields.length === 0) return await readTeam(tx, subject.id);
    await assertActiveMembers(tx, [...(memberIds ?? []), ...(leadId ? [leadId] : [])]);
    await tx.team
      .update({
        where: { id: subject.id },
        data: {
          ...(name === undefined ? {} : { name }),
          ...(capacity === undefined ? {} : { capacity }),
          ...(leadId === undefined ? {} : { leadId }),
          version: { increment: 1 },
        },
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
