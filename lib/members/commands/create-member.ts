import { memberCreated } from '@/lib/members/events';
import { assertGoodPassword, hashPassword } from '@/lib/members/passwords';
import { memberPolicy } from '@/lib/members/policy';
import { memberViewSchema } from '@/lib/members/queries/views';
import { createMemberInput } from '@/lib/members/schema';
import { lockAddress, memberView, withdrawInvitations } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';

/** Makes a member at once, from the command line only; open invitations to the address are taken back. @throws AppError `conflict` */
export const createMember = command({
  input: createMemberInput,
  answer: memberViewSchema,
  load: async (tx, input) => {
    await lockAddress(tx, input.email);
    return await tx.member.findUnique({ where: { email: input.email }, select: { id: true } });
  },
  allow: permit(memberPolicy, 'member.create'),
  prepare: async (_, { password }) => await hashPassword(password),
  run: async ({ tx, input, subject, prepared, now, record }) => {
    if (subject) throw new AppError('conflict', `${isolated(input.email)} is a member already.`);
    assertGoodPassword(input.password, [input.email, input.name]);
    const row = await tx.member.create({
      data: {
        id: newId(),
        email: input.email,
        name: input.name,
        role: input.role,
        passwordHash: prepared,
      },
    });
    record(memberCreated({ memberId: row.id, role: row.role }));
    record(...(await withdrawInvitations(tx, { email: row.email }, now)));
    return memberView(row);
  },
});
