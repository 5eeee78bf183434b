import { db } from '@/lib/database/db';
import { hashPassword } from '@/lib/members/passwords';
import type { Role } from '@/lib/members/schema';
import { type Actor, type Context, roles } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';

export const testPassword = 'seven quiet geese at noon';

export interface Person {
  id: string;
  email: string;
  name: string;
  ctx: Context & { actor: Extract<Actor, { kind: 'member' }> };
}

let hash: Promise<string> | null = null;

/** A member as stored, who can sign in with `testPassword`; `ctx` acts as them. */
export async function person(role: Role, name = 'Ana'): Promise<Person> {
  hash ??= hashPassword(testPassword);
  const id = newId();
  const email = `${id}@example.org`;
  await db().member.create({ data: { id, email, name, role, passwordHash: await hash } });
  return { id, email, name, ctx: contextOf(id, role) };
}

export function contextOf(memberId: string, role: Role): Person['ctx'] {
  return { actor: { kind: 'member', memberId, role, sessionId: newId() }, requestId: newId() };
}

export function anonymous(extra: Partial<Context> = {}): Context {
  return { actor: { kind: 'anonymous' }, requestId: newId(), ...extra };
}

/** A context of every role, and of nobody. */
export function everybody(): Context[] {
  return [...roles.map((role) => contextOf(newId(), role)), anonymous()];
}
