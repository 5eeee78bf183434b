import type { Tx } from '@/lib/database/db';
import { membersById } from '@/lib/deliveries/mails/reads/members';
import { invitationMail, passwordChangedMail, resetMail } from '@/lib/deliveries/rules/account-mails';
import { confirmSubscriptionMail, knownSubscriptionMail } from '@/lib/deliveries/rules/subscription-mails';
import { memberInvited, passwordChanged, passwordResetRequested } from '@/lib/members/events';
import { subscriberAsked } from '@/lib/subscribers/events';
import { type Reaction, when } from './reaction';

async function invitation(tx: Tx, id: string) {
  const row = await tx.invitation.findUnique({
    where: { id },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
      invitedBy: { select: { name: true } },
    },
  });
  if (!row || row.acceptedAt || row.revokedAt) return null;
  return { ...row, invitedBy: row.invitedBy?.name ?? null };
}

async function subscription(tx: Tx, id: string) {
  const row = await tx.subscriber.findUnique({
    where: { id },
    select: {
      id: true,
      address: true,
      locale: true,
      allServices: true,
      confirmExpiresAt: true,
      services: { select: { service: { select: { name: true } } } },
    },
  });
  return row && { ...row, services: row.allServices ? [] : row.services.map(({ service }) => service.name) };
}

export const accountReactions: Reaction[] = [
  when(memberInvited, async (tx, { data, around }) => {
    const open = await invitation(tx, data.invitationId);
    return open ? [invitationMail(open, around)] : [];
  }),
  when(passwordResetRequested, async (tx, { data, around }) => {
    const [member] = await membersById(tx, [data.memberId]);
    const reset = await tx.passwordReset.findUnique({
      where: { id: data.resetId },
      select: { id: true, expiresAt: true, usedAt: true },
    });
    return member && reset && !reset.usedAt ? [resetMail(member, reset, around)] : [];
  }),
  when(passwordChanged, async (tx, { data, around }) => {
    const [member] = await membersById(tx, [data.memberId]);
    return member ? [passwordChangedMail(member, around)] : [];
  }),
  when(subscriberAsked, async (tx, { data, around }) => {
    const subscriber = await subscription(tx, data.subscriberId);
    if (!subscriber) return [];
    return [
      data.known ? knownSubscriptionMail(subscriber, around) : confirmSubscriptionMail(subscriber, around),
    ];
  }),
];
