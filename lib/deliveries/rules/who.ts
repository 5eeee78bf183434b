import type { Recipient } from '@/lib/deliveries/mails/planned-mail';

/** The first of each address: somebody with two reports of one incident gets one mail. */
export function oncePerAddress<R extends Recipient>(recipients: readonly R[]): R[] {
  const seen = new Set<string>();
  return recipients.filter(({ address }) => {
    const known = seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return !known;
  });
}

/** Recipients by the language that they read. */
export function byLocale<R extends { locale: string }>(recipients: readonly R[]): [string, R[]][] {
  const groups = new Map<string, R[]>();
  for (const recipient of recipients) {
    const group = groups.get(recipient.locale);
    if (group) group.push(recipient);
    else groups.set(recipient.locale, [recipient]);
  }
  return [...groups];
}
