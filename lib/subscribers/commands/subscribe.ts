import { z } from 'zod';
import { db, type Tx } from '@/lib/database/db';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { mailboxOf } from '@/lib/platform/input/email';
import { mayMail } from '@/lib/platform/limits/mailbox';
import { permit } from '@/lib/platform/policy';
import { inEqualTime } from '@/lib/platform/process/pause';
import { currentSettings } from '@/lib/settings/in-force';
import { chosenServices, writeServices } from '@/lib/subscribers/chosen-services';
import { subscriberAsked } from '@/lib/subscribers/events';
import { isOfProgram, subscribeLimits, subscribeMailbox } from '@/lib/subscribers/limits';
import { confirmationHash, unsubscribeHash } from '@/lib/subscribers/link';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type SubscribeRaw, subscribeInput } from '@/lib/subscribers/schema';
import { subscribers } from '@/lib/subscribers/subject';
import type { Prisma } from '@/prisma/generated/client';

/** No subject: an address has no row to lock at first, so two who enter it at once take turns on its hash. */
async function lockAddress(tx: Tx, email: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`subscriber:${email}`}, 0))`;
  return await tx.subscriber.findUnique({
    where: { kind_address: { kind: 'EMAIL', address: email } },
    select: { id: true, state: true },
  });
}

async function writePending(
  tx: Tx,
  known: { id: string } | null,
  data: Pick<
    Prisma.SubscriberUncheckedCreateInput,
    'allServices' | 'minimumSeverity' | 'memberId' | 'address'
  > & { expiresAt: Date; now: Date },
): Promise<string> {
  const id = known?.id ?? newId();
  const { expiresAt, now, ...choices } = data;
  const columns = {
    ...choices,
    state: 'PENDING' as const,
    confirmTokenHash: confirmationHash(id),
    confirmExpiresAt: expiresAt,
  };
  if (known) await subscribers.writeAll(tx, { id }, columns);
  else {
    const unsubscribeTokenHash = unsubscribeHash(id);
    await tx.subscriber.create({
      data: { id, kind: 'EMAIL', unsubscribeTokenHash, createdAt: now, ...columns },
    });
  }
  return id;
}

const askOwner = command({
  input: subscribeInput,
  answer: z.object({ email: z.string() }),
  load: (tx, input) => lockAddress(tx, input.email),
  allow: permit(subscriberPolicy, 'subscriber.subscribe'),
  limits: subscribeLimits,
  // Whatever the mailbox has had, a wrong choice is refused, and counts for no mail.
  prepare: async (ctx, { email, services: slugs, website }) => {
    const services = await chosenServices(db(), slugs);
    const mayBeAsked = !isOfProgram(website) && (await mayMail(ctx, subscribeMailbox, mailboxOf(email)));
    return mayBeAsked && services;
  },
  run: async ({ tx, input, subject, prepared: services, ctx, now, record }): Promise<{ email: string }> => {
    const { email, minimumSeverity } = input;
    if (!services) return { email };
    const allServices = services.length === 0;
    const asked = { serviceIds: allServices ? null : services, minimumSeverity };
    if (subject?.state === 'CONFIRMED') {
      record(subscriberAsked({ subscriberId: subject.id, ...asked, known: true }));
      return { email };
    }
    const { links } = await currentSettings(tx);
    const expiresAt = new Date(now.getTime() + links.confirmHours * 3_600_000);
    // Whoever asks again for somebody who has not answered yet may be another, and neither binds them: the link of each
    // mail shows what that mail is about, and its owner chooses when they confirm.
    const id = await writePending(tx, subject, {
      address: email,
      allServices,
      minimumSeverity,
      memberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
      expiresAt,
      now,
    });
    await writeServices(tx, id, services);
    record(subscriberAsked({ subscriberId: id, ...asked, known: false }));
    return { email };
  },
});

/**
 * Asks the owner of an address whether they want updates. Nothing else is sent before they say yes, and the answer
 * here is the same whether the address is new, waiting or confirmed. @throws AppError `invalid`, `rate_limited`
 */
export const subscribe = asCommand(
  askOwner,
  askOwner.answer,
  async (ctx: Context, raw: SubscribeRaw) => await inEqualTime(askOwner(ctx, raw)),
);
