import { z } from 'zod';
import type { Role } from './schema';

/** How long a sign-in lasts: a kept one, and one that ends with the browser but not later than this. */
export const sessionHours = { kept: 12, browser: 8 } as const;

export const startSessionInput = z.object({
  memberId: z.uuid(),
  /** The stored hash that the password was checked against: a password changed since then refuses. */
  verified: z.string(),
  tokenHash: z.instanceof(Uint8Array),
  keep: z.boolean(),
  /** The session that the browser had until now, which this one takes the place of. */
  replaces: z.instanceof(Uint8Array).nullable(),
});
export const listSessionsInput = z.object({ memberId: z.uuid('Choose a member.') });
export const endSessionInput = z.object({ sessionId: z.uuid('Choose a sign-in.') });
export const endSessionsInput = z.object({
  memberId: z.uuid('Choose a member.'),
  /** The one that stays: where the person is now. */
  except: z.uuid().nullable().default(null),
});

export interface SignedInMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string | null;
  sessionId: string;
}
