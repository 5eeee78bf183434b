import { memberInvited } from '@/lib/members/events';
import { memberPolicy } from '@/lib/members/policy';
import { type InvitationView, invitationViewSchema } from '@/lib/members/queries/views';
import { inviteInput } from '@/lib/members/schema';
import { assertStillIn, lockAddress, withdrawInvitations } from '@/lib/members/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { linkToken, linkTokenHash } from '@/lib/platform/secrets/link-token';
import { currentSettings } from '@/lib/settings/in-force';

/** Sends a link by mail that makes a member; an earlier one to the same address stops working. @throws AppError `conflict` */
export const invite = command({
  input: inviteInput,
  answer: invitationViewSchema,
  load: async (tx, input, { actor }) => {
    await assertStillIn(tx, actor);
    await lockAddress(tx, input.email);
    return await tx.member.findUnique({
      where: { email: input.email },
      select: { name: true, disabledAt: true },
    });
  },
  allow: permit(memberPolicy, 'member.invite'),
  run: async ({ tx, input, subject, ctx, now, record }): Promise<InvitationView> => {
    if (subject) {
      const hint = subject.disabledAt ? ' Enable the account instead.' : '';
      throw new AppError(
        'conflict',
        `${isolated(subject.name)} (${input.email}) is a member already.${hint}`,
      );
    }
    const settings = await currentSettings(tx);
    record(...(await withdrawInvitations(tx, { email: input.email }, now)));
    const id = newId();
    const row = await tx.invitation.create({
      data: {
        id,
        tokenHash: linkTokenHash(linkToken('invitation', id)),
        email: input.email,
        name: input.name ?? null,
        role: input.role,
        invitedById: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + settings.links.invitationDays * 86_400_000),
      },
    });
    record(memberInvited({ invitationId: id, role: row.role }));
    return { id, email: row.email, name: row.name, role: row.role, expiresAt: row.expiresAt.toISOString() };
  },
});
