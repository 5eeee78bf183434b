import { describe, expect, test } from 'vitest';
import { fieldRefusals } from '@/lib/platform/input/parse-input';
import { fileReportInput, reportRefSchema } from './schema';

const good = { experience: 'UNUSABLE', description: 'It is white.', clientKey: 'key-0001' } as const;

function refusals(extra: Record<string, unknown>) {
  const result = fileReportInput.safeParse({ ...good, ...extra });
  return result.success ? {} : fieldRefusals(result.error);
}

describe('what a report may say', () => {
  test('takes the least that a form sends, with empty fields as none', () => {
    const fields = {
      service: '',
      noticed: '',
      noticedTime: '',
      noticedDate: '',
      affected: '',
      affectedWhere: ' ',
      name: '',
      email: '',
    };
    expect(fileReportInput.parse({ ...good, ...fields, wantsUpdates: 'on' })).toMatchObject({
      service: undefined,
      noticed: undefined,
      affected: undefined,
      affectedWhere: null,
      name: null,
      email: null,
      wantsUpdates: true,
    });
  });

  test('names every field that is missing or wrong, in sentences', () => {
    expect(refusals({ experience: undefined, description: ' \n ', email: 'x' })).toEqual({
      email: [expect.stringContaining('in full')],
      experience: ['Choose what it is like.'],
      description: ['Tell us what happens.'],
    });
    expect(refusals({ experience: 'AWFUL' }).experience).toEqual(['Choose what it is like.']);
    expect(refusals({ email: 'dana@' }).email?.[0]).toContain('in full');
    expect(refusals({ noticedTime: '25:10' }).noticedTime?.[0]).toContain('13:45');
    expect(refusals({ noticedDate: '2026-02-30' }).noticedDate?.[0]).toContain('2026-06-09');
    expect(refusals({ incidentRef: 'INC-x' }).incidentRef?.[0]).toContain('INC-2041');
  });

  test('refuses a text of 1,000,000 characters and says how long it was', () => {
    expect(refusals({ description: 'x'.repeat(1_000_000) }).description?.[0]).toContain(
      '1,000,000 characters',
    );
  });

  test('keeps characters that a database cannot store out', () => {
    expect(fileReportInput.parse({ ...good, description: 'a\u0000b\ud800c\r\nd' }).description).toBe(
      'ab\ufffdc\nd',
    );
  });

  test('reads what is sent under the name of the version before', () => {
    expect(fileReportInput.parse({ ...good, where: 'Eastgate' })).toMatchObject({
      affectedWhere: 'Eastgate',
    });
  });

  test('asks nothing more of whoever adds a report to a known incident', () => {
    expect(refusals({ experience: '', description: '', incidentRef: 'inc-2041' })).toEqual({});
  });

  test('reads a reference as it is said', () => {
    for (const text of ['R-7K3M9Q', 'r-7k3m9q', ' r 7k3m9q', '7K3M9Q'])
      expect(reportRefSchema.parse(text)).toBe('R-7K3M9Q');
    expect(reportRefSchema.safeParse('R-7').success).toBe(false);
  });
});
