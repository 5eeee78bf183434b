import { afterEach, expect, test } from 'vitest';
import { emailAddress, envelopeAddress, mailboxOf } from './email';

const schema = emailAddress({ wrong: 'Enter an address.' });
afterEach(() => {
  delete process.env.STANDBY_SINGLE_LABEL_MAIL;
});

test.each([
  ['dana@example.org', 'dana@example.org'],
  ['r&d@example.org', 'r&d@example.org'],
  ["o'brien+it=1@example.org", "o'brien+it=1@example.org"],
  [' Dana@Example.ORG ', 'dana@example.org'],
  ['kim@bücher.example', 'kim@bücher.example'],
  ['kim@BU\u0308CHER.example', 'kim@bücher.example'],
  ['kim@xn--bcher-kva.example', 'kim@bücher.example'],
  ['KIM@XN--BCHER-KVA.example', 'kim@bücher.example'],
  ['victim@\uFF45xample.org', 'victim@example.org'],
  ['victim@e\uFF58ample.org', 'victim@example.org'],
  ['victim@\u{1D41E}xample.org', 'victim@example.org'],
  ['a@xn--wgv71a.example', 'a@日本.example'],
  ['a@xn--wgv71a.xn--jxalpdlp', 'a@日本.δοκιμή'],
  ['a@xn--fa-hia.example', 'a@faß.example'],
  ['a@日本.example', 'a@日本.example'],
  ['a@हिन्दी.example', 'a@हिन्दी.example'],
])('%j is the address %j', (typed, stored) => {
  expect(schema.parse(typed)).toBe(stored);
});

test('two spellings of one mailbox are one address, of every label that there may be', () => {
  const letters = ['a', 'z', '9', 'ü', 'ß', 'ó', 'é', 'я', 'π', '本', 'ক', '한', 'ا', '𠮷'];
  for (const first of letters) {
    for (const second of letters) {
      const typed = `kim@${first}b${second}.example`;
      if (!schema.safeParse(typed).success) continue;
      expect(schema.parse(envelopeAddress(typed)), typed).toBe(schema.parse(typed));
      expect(envelopeAddress(schema.parse(typed)), typed).toBe(envelopeAddress(typed));
    }
  }
});

test.each([
  '',
  '@',
  'dana',
  'dana@',
  '@example.org',
  'a@b@c',
  'a@b.example@c.example',
  'a@example.org,b@example.org',
  'a@example.org; b@example.org',
  'a@example.org\r\nBcc: b@example.org',
  'a@example.org\nb@example.org',
  'a\r@example.org',
  'Dana <dana@example.org>',
  '<dana@example.org>',
  '"a b"@example.org',
  'a b@example.org',
  '.a@example.org',
  'a.@example.org',
  'a..b@example.org',
  'a@-example.org',
  'a@example-.org',
  'a@example..org',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a@0x7f.1',
  'a@example.org/x',
  'a@example.org:25',
  'a@exa%6dple.org',
  'a\u0000@example.org',
  'a@\u202Eexample.org',
  'root@mailhost',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.example`,
  `a@${'b.'.repeat(130)}example`,
])('%j is refused', (typed) => {
  expect(schema.safeParse(typed).success).toBe(false);
});

test('a domain of one word is taken where the settings say so', () => {
  process.env.STANDBY_SINGLE_LABEL_MAIL = '1';
  expect(schema.parse('root@mailhost')).toBe('root@mailhost');
  expect(schema.safeParse('root@mail host').success).toBe(false);
  expect(schema.safeParse('a@1').success).toBe(false);
});

test.each([
  ['kim@bücher.example', 'kim@xn--bcher-kva.example'],
  ['r&d@example.org', 'r&d@example.org'],
  ['root@mailhost', 'root@mailhost'],
])('the envelope of %s has %s', (address, envelope) => {
  expect(envelopeAddress(address)).toBe(envelope);
});

test.each([
  ['dana+news@example.org', 'dana@example.org'],
  ['da.na@example.org', 'da.na@example.org'],
  ['D.A.na@Gmail.com', 'dana@gmail.com'],
  ['d.ana+a.b+c@googlemail.com', 'dana@gmail.com'],
  ['da.na@mail.gmail.com', 'da.na@mail.gmail.com'],
  ['da.na@gmail.com.example', 'da.na@gmail.com.example'],
])('what arrives at %s is counted for %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
  expect(mailboxOf(mailbox)).toBe(mailbox);
});
