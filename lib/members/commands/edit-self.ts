import { memberEdited } from '@/lib/members/events';
import { assertMemberVersion, lockMember, memberView } from '@/lib/members/member-rows';
import { isThatMember } from '@/lib/members/own';
import { memberPolicy } from '@/lib/members/policy';
import { editSelfInput } from '@/lib/members/schema';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** A member's own name, what they know and their time zone; what is left out stays. @throws AppError `not_found`, `conflict` */
export const editSelf = command({
  name: 'member.editSelf',
  input: editSelfInput,
  load: async (tx, input) => await lockMember(tx, input.memberId),
  allow: permit(memberPolicy, 'member.editSelf', isThatMember),
  run: async ({ tx, input, subject, record }) => {
    assertMemberVersion(subject, input.version);
    const { name, knows, timeZone } = input;
    const fields = (['name', 'knows', 'timeZone'] as const).filter((field) => input[field] !== undefined);
    if (fields.length === 0) return memberView(subject);
    const row = await tx.member.update({
      where: { id: subject.id },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(knows === undefined ? {} : { knows }),
        ...(timeZone === undefined ? {} : { timeZone }),
        version: { increment: 1 },
      },
    });
    record(memberEdited({ memberId: row.id, fields }));
    return memberView(row);
  },
});
