import { newId } from './ids';

export const roles = ['USER', 'DEVELOPER', 'RESPONDER', 'MANAGER', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'reporter'; reportId: string }
  | { kind: 'subscriber'; subscriberId: string }
  | { kind: 'member'; memberId: string; role: Role; sessionId: string }
  | { kind: 'key'; keyId: string; role: Role }
  | { kind: 'callback'; attemptId: string }
  | { kind: 'system'; part: string }
  | { kind: 'cli' };

/** Everything a command may know besides its input. */
export interface Context {
  actor: Actor;
  requestId: string;
  /** Chosen by the client: a repeated request with the same key and body gets the first answer. */
  idempotencyKey?: string;
  /** The caller's address block (IPv4 /24, IPv6 /56), hashed; for limits, never shown. */
  addressBlock?: string;
  /** The IPv6 /48 that the block lies in, hashed; for limits. */
  addressSite?: string;
  /** What an owner of many networks may have around it (IPv4 /16, IPv6 /32), hashed; for limits. */
  addressRange?: string;
  userAgent?: string;
  /** Stands in for the database's clock in tests. */
  now?: Date;
  /** Simulated history of the demo and runs of a drill never feed estimates or real deliveries. */
  mode?: 'LIVE' | 'DRILL';
}

export function systemContext(part: string, extra: Partial<Context> = {}): Context {
  return { actor: { kind: 'system', part }, requestId: newId(), ...extra };
}

export function cliContext(extra: Partial<Context> = {}): Context {
  return { actor: { kind: 'cli' }, requestId: newId(), ...extra };
}

/** The id stored with an event: who acted. Absent for actors that are no row. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'member':
      return actor.memberId;
    case 'reporter':
      return actor.reportId;
    case 'subscriber':
      return actor.subscriberId;
    case 'key':
      return actor.keyId;
    case 'callback':
      return actor.attemptId;
    default:
      return null;
  }
}

/** Who was to do what, for the log: ids only. */
export function factsOf({ actor, requestId, addressBlock }: Context, act: string): object {
  const role = 'role' in actor ? actor.role : undefined;
  return { act, actor: actor.kind, id: actorId(actor) ?? undefined, role, requestId, block: addressBlock };
}

/** Whoever works here reads who did what; a user, or somebody who came by a link, does not. */
export function isStaff(actor: Actor): boolean {
  if (actor.kind === 'member' || actor.kind === 'key') return actor.role !== 'USER';
  return actor.kind === 'system' || actor.kind === 'cli';
}

/** Separates the idempotency keys of different callers. */
export function actorScope(context: Context): string {
  return `${context.actor.kind}:${actorId(context.actor) ?? context.addressBlock ?? ''}`;
}
