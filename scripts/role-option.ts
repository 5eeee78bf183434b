import { type Role, roleSchema } from '@/lib/members/schema';
import { UsageError } from './command';

/** Reads `--role`, in any case. @throws UsageError naming the roles there are */
export function readRole(text: unknown): Role {
  const role = roleSchema.safeParse(String(text).toUpperCase());
  if (role.success) return role.data;
  const names = roleSchema.options.map((name) => name.toLowerCase()).join(', ');
  throw new UsageError(`“${text}” is not a role; there are ${names}.`);
}
