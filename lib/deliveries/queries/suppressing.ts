import { mailboxOf } from '@/lib/platform/input/email';

/** What keeps mails from an address: what is known of it, and what the owner of its mailbox complained of. */
export function suppressing(address: string) {
  const complained = { address: mailboxOf(address), reason: 'COMPLAINED' as const };
  return { channel: 'EMAIL' as const, OR: [{ address }, complained] };
}

/** “This was not me”, said of an address or of its mailbox. */
export function refusing(address: string) {
  return { ...suppressing(address), reason: 'COMPLAINED' as const };
}
