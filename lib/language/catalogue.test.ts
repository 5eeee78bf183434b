import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Key, t, translator } from './catalogue';
import { en } from './en';

describe('texts', () => {
  test('are found by key, with their parameters', () => {
    expect(t('report.title')).toBe('Report a problem');
    expect(t('mail.receipt.subject', { reference: 'R-7K3M9Q', service: 'Search' })).toBe(
      'We have your report R-7K3M9Q about Search',
    );
    expect(t('mail.receipt.subject', { reference: 'R-7K3M9Q', service: null })).toBe(
      'We have your report R-7K3M9Q',
    );
    expect(
      t('mail.update.subject', {
        services: ['Case Records', 'Search'],
        title: 'switching to the secondary',
        nextBy: '14:30 BST',
      }),
    ).toBe('Case Records and Search: switching to the secondary. Next update by 14:30 BST');
  });

  test('a key without its parameters, or unknown, does not compile', () => {
    // @ts-expect-error a parameter is missing
    expect(() => t('mail.receipt.subject')).toThrow();
    // @ts-expect-error there is no such key
    expect(t('mail.nothing')).toBe('undefined');
    expectTypeOf<'report.title'>().toExtend<Key>();
  });

  test('a language without a catalogue reads English', () => {
    expect(translator('de')('report.send')).toBe('Send report');
    expect(translator('en-GB')('report.send')).toBe('Send report');
  });
});

describe('tone', () => {
  const plain = Object.entries(en).flatMap(([key, text]) =>
    typeof text === 'string' ? [{ key, text }] : [],
  );

  test('every text says what is true without noise', () => {
    for (const { key, text } of plain) {
      expect(text, key).not.toMatch(
        /!|unfortunately|as soon as possible|some users|experiencing issues|TBC/i,
      );
      expect(text, key).not.toMatch(/^\s|\s$| {2}|'/);
    }
  });

  test('no subject can break a mail header', () => {
    const subjects = plain.filter(({ key }) => key.endsWith('.subject'));
    for (const { key, text } of subjects) expect(text, key).not.toMatch(/[\r\n]/);
  });
});
