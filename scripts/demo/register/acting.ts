import { db } from '@/lib/database/db';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';

/** Somebody of the demo's cast, who does what a person does in the console. @throws when the demo was changed so much */
export async function actingAs(key: string): Promise<Context & { memberId: string }> {
  const member = await db().member.findFirst({
    where: { email: { startsWith: `${key}@` }, disabledAt: null },
    select: { id: true, role: true },
  });
  if (!member) throw new Error(`The demo has nobody called ${key} any more.`);
  const actor = { kind: 'member', memberId: member.id, role: member.role, sessionId: newId() } as const;
  return { actor, requestId: newId(), memberId: member.id };
}
