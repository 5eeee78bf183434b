import { z } from 'zod';
import { decodePunycode } from './punycode';

/** The part before the @, as RFC 5321 takes it without quotes. */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/** The domain as mail servers write it: `xn--bcher-kva.example`. Null for what is none. */
function asciiDomain(domain: string): string | null {
  if (!domain.split('.').every((part) => label.test(part)) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  const labels = hostname.split('.');
  const isName = labels.every((part) => part.length <= 63) && !/^\d+$/.test(labels.at(-1) ?? '');
  return isName && hostname.length <= 253 ? hostname : null;
}

/**
 * The domain as people read it, one spelling for all that a mail server takes for the same: `bücher.example` also where
 * it was typed as `xn--bcher-kva.example`, in wide letters or with combining marks. As it stands where it is none.
 */
function readableDomain(domain: string): string {
  const ascii = asciiDomain(domain);
  if (ascii === null) return domain;
  const readable = ascii
    .split('.')
    .map((part) => (part.startsWith('xn--') ? decodePunycode(part.slice(4)) : part))
    .join('.')
    .normalize('NFC');
  return asciiDomain(readable) === ascii ? readable : ascii;
}

/** What is stored and compared: one spelling of each mailbox. */
export function storedAddress(typed: string): string {
  const address = typed.trim().normalize('NFC').toLowerCase();
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at)}@${readableDomain(address.slice(at + 1))}`;
}

/** Of Google, where dots before the @ mean nothing, and which is one house under two names. */
const dotless = /@(?:gmail|googlemail)\.com$/;

/**
 * Whose mailbox an address is, of all that arrive in it with a `+tag` or other dots: what counts mails counts by this,
 * and nothing is sent to it. In SQL it is `mailboxIn`.
 */
export function mailboxOf(address: string): string {
  const plain = address.toLowerCase().replace(/^([^+@]+)\+[^@]*@/, '$1@');
  return dotless.test(plain) ? `${plain.replace(dotless, '').replaceAll('.', '')}@gmail.com` : plain;
}

/** The address for the envelope and the header of a mail, whose domain is in ASCII; as it stands where it has none. */
export function envelopeAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1));
  return domain ? `${address.slice(0, at)}@${domain}` : address;
}

/** Where a mail server of the house has a name of one word, as in `root@mailhost`. */
const takesSingleLabels = () => process.env.STANDBY_SINGLE_LABEL_MAIL?.trim() === '1';

function isAddress(text: string): boolean {
  const [before = '', domain = '', ...more] = text.split('@');
  const isLong = new TextEncoder().encode(text).length > 254 || before.length > 64;
  if (more.length > 0 || isLong || !local.test(before) || asciiDomain(domain) === null) return false;
  return domain.includes('.') || takesSingleLabels();
}

interface Say {
  /** Of one that is not an address. */
  wrong: string;
  missing?: string;
}

/**
 * One e-mail address, as it is stored and compared: lower case, in one spelling of each letter, nothing around it. Names
 * beside it, lists and line breaks are refused.
 */
export function emailAddress({ wrong, missing = wrong }: Say) {
  return z
    .string(missing)
    .overwrite(storedAddress)
    .min(1, { error: missing, abort: true })
    .max(254, { error: 'An e-mail address has at most 254 characters. Check it.', abort: true })
    .refine(isAddress, wrong);
}
