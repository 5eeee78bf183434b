import { expect, test } from 'vitest';
import { t } from '@/lib/language/catalogue';
import { balanced, isolated } from './isolate';

const rlo = '\u202E';
const [fsi, pdi] = ['\u2068', '\u2069'];

test.each([
  ['Login broken', 'Login broken'],
  ['Café 14:10 日本', 'Café 14:10 日本'],
  [`Login broken ${rlo})3( gnp.exe`, `${fsi}Login broken ${rlo})3( gnp.exe${pdi}`],
  ['הדואר לא עובד', `${fsi}הדואר לא עובד${pdi}`],
  ['البريد', `${fsi}البريد${pdi}`],
  ['\u2067open', `${fsi}\u2067open${pdi}${pdi}`],
  [`a${pdi}${rlo}b`, `${fsi}a${rlo}b${pdi}`],
  [`${fsi}whole${pdi}`, `${fsi}whole${pdi}`],
  ['', ''],
])('%j stands in a line of ours as %j', (text, expected) => {
  expect(isolated(text)).toBe(expected);
});

test('each line of a text is isolated by itself, because none reaches over its end', () => {
  expect(isolated('a\nש\u2067\n\nb')).toBe(`a\n${fsi}ש\u2067${pdi}${pdi}\n\nb`);
});

test('a text by itself only loses what would close the isolate around it', () => {
  expect(balanced(`a${pdi}b\u2066`)).toBe(`ab\u2066${pdi}`);
  expect(balanced('שלום')).toBe('שלום');
});

test('every sentence of the catalogue isolates what it is given', () => {
  expect(t('mail.update.subject', { services: ['דואר', 'Mail'], title: 'Slow', nextBy: '14:10' })).toBe(
    `${fsi}דואר${pdi} and Mail: Slow. Next update by 14:10`,
  );
});
