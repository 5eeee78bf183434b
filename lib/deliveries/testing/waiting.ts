import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

interface Prepared {
  address: string;
  name?: string | null;
  subject?: string;
  purpose?: string;
  incidentId?: string | null;
  recipientKind?: 'REPORTER' | 'SUBSCRIBER' | 'MEMBER';
  recipientId?: string;
  createdAt?: Date;
  text?: string;
}

/** A delivery as a rule would write it. @returns its id */
export async function prepareDelivery(prepared: Prepared): Promise<string> {
  const id = newId();
  const words = prepared.text ?? 'We are looking.';
  const content = await db().mailContent.upsert({
    where: { hash: Buffer.from(words) },
    create: { id: newId(), hash: Buffer.from(words), html: `<p>${words}</p>`, text: words },
    update: {},
  });
  await db().delivery.create({
    data: {
      id,
      channel: 'EMAIL',
      purpose: prepared.purpose ?? 'report-answer',
      recipientKind: prepared.recipientKind ?? 'MEMBER',
      recipientId: prepared.recipientId ?? newId(),
      recipientName: prepared.name ?? null,
      address: prepared.address,
      subject: prepared.subject ?? 'News',
      contentId: content.id,
      variables: { path: '/home' },
      headers: { fromName: 'Thornmere services', replyTo: 'desk@thornmere.example' },
      messageId: `<${id}@status.example>`,
      incidentId: prepared.incidentId ?? null,
      createdAt: prepared.createdAt ?? new Date(),
    },
  });
  return id;
}

/** Whoever waits is due at once, as if the time had passed. */
export async function letTimePass(): Promise<void> {
  await db().$executeRaw`
    update delivery set next_try_at = now() where id in (
      select id from delivery where state = 'RETRY' for update skip locked)`;
}
