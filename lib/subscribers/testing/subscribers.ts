import { db } from '@/lib/database/db';
import type { Context } from '@/lib/platform/context';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { visitor } from '@/lib/reports/testing/people-and-incidents';
import type { Severity } from '@/lib/severity/schema';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { matchingSubscribers } from '@/lib/subscribers/matching';
import type { SubscribeRaw } from '@/lib/subscribers/schema';

/** Somebody with the link of a subscription. */
export const behind = (subscriberId: string): Context => ({
  ...visitor(),
  actor: { kind: 'subscriber', subscriberId },
});

export const findSubscriber = async (address: string) =>
  await db().subscriber.findUniqueOrThrow({ where: { kind_address: { kind: 'EMAIL', address } } });

export const eventsOfSubscriber = async (id: string): Promise<string[]> =>
  (await readSubjectEvents('subscriber', id)).map(({ type }) => type);

/** Somebody asks for mails, and has not confirmed that yet. @returns the subscriber's id */
export async function asked(email: string, extra: Partial<SubscribeRaw> = {}): Promise<string> {
  await subscribe(visitor(), { email, ...extra });
  return (await findSubscriber(email)).id;
}

/** The addresses that an update of an incident goes to by now. */
export async function recipientsOf(severity: Severity, serviceIds: string[] = []): Promise<string[]> {
  const at = new Date(Date.now() + 60_000);
  const rows = await db().$queryRaw<{ address: string }[]>(matchingSubscribers({ severity, serviceIds, at }));
  return rows.map(({ address }) => address);
}
