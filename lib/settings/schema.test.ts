import { describe, expect, test } from 'vitest';
import { targetWords } from '@/lib/settings/rules/targets';
import { severities } from '@/lib/severity/schema';
import { defaultSettings, settingsSchema, zoneSchema } from './schema';

const refusals = (input: unknown) =>
  settingsSchema.safeParse(input).error?.issues.map((issue) => [issue.path.join('.'), issue.message]);

describe('settings', () => {
  test('are complete without a word of configuration', () => {
    expect(settingsSchema.parse({})).toEqual(defaultSettings);
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
    expect(defaultSettings.officeHours.days).toEqual([1, 2, 3, 4, 5]);
  });

  test('a part that is given leaves the others as they are', () => {
    const changed = settingsSchema.parse({ organisation: { name: 'Thornmere', zone: 'Europe/London' } });
    expect(changed.organisation).toMatchObject({ name: 'Thornmere', deskPhone: null });
    expect(changed.targets).toEqual(defaultSettings.targets);
  });

  test('refuse with a sentence', () => {
    expect(refusals({ organisation: { zone: 'Mars/Olympus' } })).toEqual([
      ['organisation.zone', 'Enter a time zone by its IANA name, like Europe/London.'],
    ]);
    expect(refusals({ officeHours: { from: '17:00', to: '09:00' } })).toEqual([
      ['officeHours.to', 'The office has to close after it opens.'],
    ]);
    expect(refusals({ officeHours: { days: [] } })).toEqual([
      ['officeHours.days', 'Choose at least one day.'],
    ]);
    expect(refusals({ organisation: { name: 'Two\nlines' } })).toEqual([
      ['organisation.name', 'Use one line only.'],
    ]);
  });

  test('zones are named, never a bare offset', () => {
    expect(
      ['UTC', 'Europe/London', 'America/New_York'].every((name) => zoneSchema.safeParse(name).success),
    ).toBe(true);
    expect(['+01:00', '', 'London'].some((name) => zoneSchema.safeParse(name).success)).toBe(false);
  });
});

test('the default targets in words', () => {
  const words = severities.map((severity) => {
    const { acknowledge, firstUpdate, update, restore } = defaultSettings.targets[severity];
    return [acknowledge, firstUpdate, update, restore].map(targetWords).join(' / ');
  });
  expect(words).toEqual([
    '15 min / 15 min / 30 min / 4 h',
    '60 min / 60 min / 1 h / 8 h',
    '2 office hours / when it is triaged / 2 business days / 5 business days',
    '1 business day / when it is triaged / 5 business days / backlog, reviewed weekly',
  ]);
});
