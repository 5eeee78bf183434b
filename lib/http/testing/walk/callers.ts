import { sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { sealSessionToken, sessionTokenHash } from '@/lib/auth/sessions/session-token';
import { db } from '@/lib/database/db';
import { createKey } from '@/lib/members/commands/create-key';
import { startSession } from '@/lib/members/commands/start-session';
import { anonymous, type Person, person } from '@/lib/members/testing/people';
import { type Actor, cliContext, type Role, roles } from '@/lib/platform/context';
import { newSecret } from '@/lib/platform/ids';

/** Somebody at the door: whom the policy takes them for, and what they show. */
export interface Caller {
  name: string;
  actor: Actor;
  headers: Record<string, string>;
  /** Absent for a visitor and for keys, which have nothing of their own. */
  person?: Person;
}

const visitor: Caller = { name: 'nobody', actor: { kind: 'anonymous' }, headers: {} };

/** Begins a session of a member. @returns its id, and the cookie of the browser that has it */
export async function signIn(memberId: string): Promise<{ sessionId: string; cookie: string }> {
  const { passwordHash } = await db().member.findUniqueOrThrow({ where: { id: memberId } });
  const secret = newSecret();
  const { sessionId } = await startSession(anonymous(), {
    memberId,
    verified: passwordHash ?? '',
    tokenHash: sessionTokenHash(secret),
    keep: false,
    replaces: null,
  });
  return { sessionId, cookie: `${sessionCookieNames[1]}=${await sealSessionToken(secret)}` };
}

/** A new member of a role, in a browser of their own. */
export async function member(role: Role): Promise<Caller & { person: Person }> {
  const made = await person(role, role);
  const { sessionId, cookie } = await signIn(made.id);
  const actor = { kind: 'member', memberId: made.id, role, sessionId } as const;
  return { name: role, actor, headers: { cookie }, person: made };
}

async function key(role: Role): Promise<Caller> {
  const { id, secret } = await createKey(cliContext(), { name: `As ${role}`, role });
  const headers = { authorization: `Bearer ${secret}` };
  return { name: `key of ${role}`, actor: { kind: 'key', keyId: id, role }, headers };
}

/** Nobody, a member of every role, and a key of every role. */
export async function everybody(): Promise<Caller[]> {
  return [visitor, ...(await Promise.all(roles.map(member))), ...(await Promise.all(roles.map(key)))];
}
