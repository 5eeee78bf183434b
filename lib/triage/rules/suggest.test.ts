import { describe, expect, test } from 'vitest';
import { severities } from '@/lib/severity/schema';
import { distinctVoices, type Evidence, suggestSeverity, type Voice } from './suggest';

const records = { name: 'Case Records', tier: 1 } as const;
const voice = (number: number, claimedSeverity: Voice['claimedSeverity'] = 'CRITICAL'): Voice => ({
  addressBlock: `block-${number}`,
  contact: `person-${number}@example.org`,
  claimedSeverity,
});
type Facts = Partial<Omit<Evidence, 'words'> & { voices: Voice[] }>;
const facts = ({ voices = [voice(1)], ...extra }: Facts = {}): Evidence => ({
  claimedSeverity: 'CRITICAL',
  service: records,
  words: distinctVoices(voices),
  ...extra,
});

describe('voices', () => {
  test('reports of one network block or one contact are one voice, over any chain', () => {
    const a = { ...voice(1, 'MODERATE'), contact: 'x@example.org' };
    const b = { ...voice(2, 'CRITICAL'), contact: 'x@example.org' };
    const c = { ...voice(2, 'TRIVIAL'), contact: 'z@example.org' };
    expect(distinctVoices([a, c])).toHaveLength(2);
    expect(distinctVoices([a, b, c])).toEqual(['CRITICAL']);
    expect(distinctVoices([a, c, b])).toEqual(['CRITICAL']);
  });

  test('a crowd is counted in a time that grows with its size', () => {
    const alone = Array.from({ length: 100_000 }, (_, number) => voice(number));
    expect(distinctVoices(alone)).toHaveLength(alone.length);
    const office = alone.map((one) => ({ ...one, addressBlock: 'office' }));
    expect(distinctVoices(office)).toEqual(['CRITICAL']);
    const pairs = alone.map((one, number) => ({
      ...one,
      contact: `person-${(number + 1) >> 1}@example.org`,
    }));
    expect(distinctVoices(pairs)).toHaveLength(50_001);
  });

  test('without block and contact each report stands for itself', () => {
    const unknown: Voice = { addressBlock: null, contact: null, claimedSeverity: 'SEVERE' };
    expect(distinctVoices([unknown, unknown])).toEqual(['SEVERE', 'SEVERE']);
  });
});

describe('the suggested severity', () => {
  test('starts from the reporter’s answer and says why', () => {
    for (const claimedSeverity of severities) {
      const voices = [voice(1, claimedSeverity)];
      expect(suggestSeverity(facts({ claimedSeverity, voices })).severity).toBe(claimedSeverity);
    }
    expect(suggestSeverity(facts())).toEqual({
      severity: 'CRITICAL',
      reasons: [
        'The reporter chose “I can’t use it at all”.',
        'It is the only report about this so far.',
        'Case Records is tier 1 of 4.',
      ],
    });
  });

  test('a hundred reports of one sender weigh as one', () => {
    const voices = Array.from({ length: 100 }, () => voice(1, 'CRITICAL'));
    expect(suggestSeverity(facts({ claimedSeverity: 'MODERATE', voices })).severity).toBe('MODERATE');
  });

  test('many voices alone change nothing, when they say the same', () => {
    const voices = Array.from({ length: 50 }, (_, number) => voice(number, 'TRIVIAL'));
    expect(suggestSeverity(facts({ claimedSeverity: 'TRIVIAL', voices })).severity).toBe('TRIVIAL');
  });

  test('three voices of which half say worse move it by one step', () => {
    const worse = [voice(1, 'TRIVIAL'), voice(2), voice(3), voice(4)];
    const found = suggestSeverity(facts({ claimedSeverity: 'TRIVIAL', voices: worse }));
    expect(found.severity).toBe('MODERATE');
    expect(found.reasons).toContain(
      '4 people or places have told us. Half of them or more say it is worse than this.',
    );
    const few = [voice(1, 'TRIVIAL'), voice(2)];
    expect(suggestSeverity(facts({ claimedSeverity: 'TRIVIAL', voices: few })).severity).toBe('TRIVIAL');
  });

  test('the tier weighs together with the voices', () => {
    const three = [1, 2, 3].map((number) => voice(number, 'SEVERE'));
    expect(suggestSeverity(facts({ claimedSeverity: 'SEVERE', voices: three })).severity).toBe('CRITICAL');
    const directory = { name: 'Staff directory', tier: 4 } as const;
    expect(suggestSeverity(facts({ service: directory })).severity).toBe('SEVERE');
    const crowd = [1, 2, 3].map((number) => voice(number));
    expect(suggestSeverity(facts({ service: directory, voices: crowd })).severity).toBe('CRITICAL');
  });

  test('how many are affected', () => {
    const moderate = facts({ claimedSeverity: 'MODERATE', voices: [voice(1, 'MODERATE')] });
    expect(suggestSeverity({ ...moderate, affected: 'ONLY_ME' }).severity).toBe('MODERATE');
    expect(suggestSeverity({ ...moderate, affected: 'NOT_SURE' }).reasons).toHaveLength(3);
    expect(suggestSeverity({ ...moderate, affected: 'EVERYONE' }).severity).toBe('SEVERE');
    expect(suggestSeverity({ ...moderate, affectedCount: 25 }).reasons).toContain(
      'It affects about 25 people, so parts of the service are lost to many.',
    );
  });

  test('failing monitors and an open incident make it at least as bad as they are', () => {
    const mild = facts({ claimedSeverity: 'TRIVIAL', voices: [voice(1, 'TRIVIAL')], fromMonitoring: true });
    expect(suggestSeverity({ ...mild, monitors: { failing: 1, total: 3 } }).severity).toBe('SEVERE');
    expect(suggestSeverity({ ...mild, monitors: { failing: 3, total: 3 } }).severity).toBe('CRITICAL');
    expect(suggestSeverity({ ...mild, monitors: { failing: 0, total: 3 } })).toMatchObject({
      severity: 'TRIVIAL',
      reasons: expect.arrayContaining(['All 3 monitors of the service pass.']),
    });
    const open = suggestSeverity({ ...mild, openIncident: { ref: 'INC-2041', severity: 'SEVERE' } });
    expect(open.severity).toBe('SEVERE');
    expect(open.reasons.at(-1)).toBe('INC-2041 (Severe) is open on this service. It may belong there.');
  });

  test('without a known service it says so', () => {
    expect(suggestSeverity(facts({ service: null })).reasons).toContain(
      'The reporter was not sure which service it is.',
    );
  });
});
