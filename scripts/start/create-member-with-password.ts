import { createMember } from '@/lib/members/commands/create-member';
import type { Role } from '@/lib/members/schema';
import { cliContext } from '@/lib/platform/context';
import { newSecret } from '@/lib/platform/ids';

export interface SignIn {
  email: string;
  password: string;
  role: string;
}

/** Makes a member; unless one is given, with a random password, which is known from this answer alone. */
export async function createMemberWithPassword(
  email: string,
  role: Role,
  name?: string,
  password = newSecret().slice(0, 24),
): Promise<SignIn> {
  const view = await createMember(cliContext(), {
    email,
    role,
    name: name ?? email.split('@')[0] ?? email,
    password,
  });
  return { email: view.email, role: view.role, password };
}
