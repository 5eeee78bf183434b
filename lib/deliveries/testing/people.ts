import { db } from '@/lib/database/db';
import { deliveriesConsumer } from '@/lib/deliveries/consumer';
import { consume } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { fileReport } from '@/lib/reports/commands/file';
import type { FileReportRaw } from '@/lib/reports/schema';
import { apiKey, caller, rawReport, visitor } from '@/lib/reports/testing/people-and-incidents';
import { confirmSubscription } from '@/lib/subscribers/commands/confirm';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import type { SubscribeRaw } from '@/lib/subscribers/schema';

export async function makeService(name: string): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = name.toLowerCase().replaceAll(' ', '-');
  await db().service.create({ data: { id, slug, name } });
  return { id, slug };
}

/** A report by somebody without an account; known to the key that filed it, so that it is never held. */
export async function fileAs(email: string, extra: Partial<FileReportRaw> = {}) {
  return await fileReport(apiKey(), rawReport({ email, wantsUpdates: true, ...extra }));
}

/** Somebody who subscribed and confirmed. @returns the subscriber's id */
export async function confirmedSubscriber(raw: SubscribeRaw): Promise<string> {
  await subscribe(visitor(), raw);
  const { id } = await db().subscriber.findUniqueOrThrow({
    where: { kind_address: { kind: 'EMAIL', address: raw.email.toLowerCase() } },
  });
  await confirmSubscription(caller({ kind: 'subscriber', subscriberId: id }), { subscriberId: id });
  return id;
}

/** Lets the rules see everything that happened so far. */
export async function tellEverybody(): Promise<void> {
  await sequenceAll();
  await consume(deliveriesConsumer);
}

/** What an address was sent or is to be sent, oldest first. */
export async function deliveriesTo(address: string) {
  return await db().delivery.findMany({
    where: { address },
    include: { content: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}
