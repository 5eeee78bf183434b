import { db } from '@/lib/database/db';
import { deliveriesConsumer } from '@/lib/deliveries/consumer';
import type { Actor, Context, Role } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { fileReport } from '@/lib/reports/commands/file';
import type { FileReportRaw } from '@/lib/reports/schema';
import { confirmSubscription } from '@/lib/subscribers/commands/confirm';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import type { SubscribeRaw } from '@/lib/subscribers/schema';

/** A caller; each has a network of its own, so that limits of one test do not meet another. */
export function caller(actor: Actor): Context {
  return { actor, requestId: newId(), addressBlock: newId().replaceAll('-', '') };
}

export const visitor = () => caller({ kind: 'anonymous' });

export type Staff = Context & { memberId: string; email: string };

export async function makeMember(role: Role, name: string): Promise<Staff> {
  const memberId = newId();
  const email = `${name.toLowerCase()}-${memberId.slice(-6)}@team.example`;
  await db().member.create({ data: { id: memberId, name, role, email } });
  return { ...caller({ kind: 'member', memberId, role, sessionId: newId() }), memberId, email };
}

export async function makeService(name: string): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = name.toLowerCase().replaceAll(' ', '-');
  await db().service.create({ data: { id, slug, name } });
  return { id, slug };
}

/** A report by somebody without an account; known to the key that filed it, so that it is never held. */
export async function fileAs(email: string, extra: Partial<FileReportRaw> = {}) {
  const key = caller({ kind: 'key', keyId: newId(), role: 'USER' });
  return await fileReport(key, {
    experience: 'UNUSABLE',
    description: 'Every case says 503.',
    clientKey: newId(),
    email,
    wantsUpdates: true,
    ...extra,
  });
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
