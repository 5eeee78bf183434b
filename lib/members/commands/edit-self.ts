import { memberEdited } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { memberViewSchema } from '@/lib/members/queries/views';
import { editSelfInput } from '@/lib/members/schema';
import { members, memberView } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { changesOf, said } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';

/** A member's own name, what they know and their time zone; what is left out stays. @throws AppError `not_found`, `conflict` */
export const editSelf = command({
  input: editSelfInput,
  answer: memberViewSchema,
  subject: members,
  of: (input) => input.memberId,
  allow: permit(memberPolicy, 'member.editSelf'),
  run: async ({ tx, input, subject, record }) => {
    const { memberId: id, version: _, ...given } = input;
    const select = { name: true, knows: true, timeZone: true };
    const fields = changesOf(await tx.member.findUniqueOrThrow({ where: { id }, select }), given);
    if (fields.length === 0) return memberView(subject);
    const row = await members.write(tx, subject, said(given));
    record(memberEdited({ memberId: row.id, fields }));
    return memberView(row);
  },
});
