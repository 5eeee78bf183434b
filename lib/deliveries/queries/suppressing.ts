import { mailboxOf } from '@/lib/platform/input/email';
import { Prisma } from '@/prisma/generated/client';

/** What keeps mails from an address: what is known of it, and what the owner of its mailbox complained of. */
export function suppressing(address: string) {
  const complained = { address: mailboxOf(address), reason: 'COMPLAINED' as const };
  return { channel: 'EMAIL' as const, OR: [{ address }, complained] };
}

/** “This was not me”, said of an address or of its mailbox. */
export function refusing(address: string) {
  return { ...suppressing(address), reason: 'COMPLAINED' as const };
}

/** `mailboxOf` an expression of SQL, such as a column. */
export function mailboxIn(address: Prisma.Sql): Prisma.Sql {
  const plain = Prisma.sql`regexp_replace(lower(${address}), '^([^+@]+)\\+[^@]*@', '\\1@')`;
  return Prisma.sql`case when ${plain} ~ '@(gmail|googlemail)\\.com$'
    then replace(split_part(${plain}, '@', 1), '.', '') || '@gmail.com' else ${plain} end`;
}
