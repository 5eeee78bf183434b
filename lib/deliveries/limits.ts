import { mailboxOf } from '@/lib/platform/input/email';
import { limit, ofEverybody, ofNetwork, type RateRule, ruleOf } from '@/lib/platform/limits/limit';
import { fingerprint, type Limits } from '@/lib/platform/limits/rate-limit';
import { waitingTime } from '@/lib/platform/rules/duration';

const beyond = 'not sent, and the outbox says so';
const toOne = limit({
  name: 'unconfirmed:address',
  counts: 'receipts and questions to one address that a stranger gave',
  most: 12,
  seconds: 86_400,
  beyond,
});
const toDomain = limit({
  name: 'unconfirmed:domain',
  counts: 'receipts and questions to the addresses of one domain that strangers gave',
  most: 3_000,
  seconds: 3_600,
  beyond,
});

const toFollower = limit({
  name: 'unconfirmed:follow',
  counts: 'other mails to one address that a stranger gave, as about the incident that they reported',
  most: 60,
  seconds: 86_400,
  beyond,
});

/** The mails that follow the first ones. */
export function followRules(address: string): RateRule[] {
  return [ruleOf(toFollower, fingerprint(mailboxOf(address)))];
}

/**
 * Whoever asks: many networks fill no mailbox either.
 * @param range where the address came from, if that is known
 */
export function unconfirmedRules(address: string, range?: string): RateRule[] {
  const known = mailboxOf(address);
  const domain = fingerprint(known.split('@').at(-1) ?? '');
  const from = range ? { addressRange: range } : {};
  return [ruleOf(toOne, fingerprint(known)), ...ofEverybody(toDomain, from, domain)];
}

const refusals = limit({
  name: 'mail-refusal:block',
  counts: 'refusals of mails by a network, and what it takes back of them',
  most: 60,
  seconds: 600,
  beyond: 'refused',
});
const ofOneMail = limit({
  name: 'mail-refusal:link',
  counts:
    'refusals behind the link of one mail, and what is taken back of them; each stays in the log for good',
  most: 20,
  seconds: 3_600,
  beyond: 'refused',
});

/** Of who uses the link of a mail “This was not me”. */
export const refusalLimits: Limits<{ token: string }> = {
  rules: (ctx, { token }) => [...ofNetwork(refusals, ctx), ruleOf(ofOneMail, fingerprint(token))],
  sentence: (seconds) => `That is a lot at once. Try again in ${waitingTime(seconds)}.`,
};
