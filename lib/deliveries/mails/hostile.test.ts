import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { mailText } from '@/lib/deliveries/rules/mail-text';
import { plainSubject } from '@/lib/deliveries/rules/plain-subject';
import { composeContent } from '@/lib/deliveries/sending/compose';
import { newId } from '@/lib/platform/ids';
import { line, lines } from '@/lib/platform/input/text';
import { characters } from '@/lib/platform/rules/graphemes';
import { keepsItsDirection } from '@/lib/platform/testing/bidi';
import { hostileTexts } from '@/lib/platform/testing/hostile-strings';
import { defaultSettings } from '@/lib/settings/schema';
import { renderMarkdown } from '@/lib/status/render/markdown';
import type { UpdateFacts } from './facts/update';
import { renderMail } from './parts/render';
import { updateEditedMail, updateMail } from './updates';

const at = new Date('2026-06-09T13:10:00Z');

function mailAbout(text: string) {
  const written = line(2_000).parse(text) || 'Mail';
  const update: UpdateFacts = {
    id: newId(),
    audience: 'PUBLIC',
    stage: 'IDENTIFIED',
    words: renderMarkdown(lines(2_000).parse(text)),
    publishedAt: at,
    next: { at: new Date('2026-06-09T13:30:00Z'), zone: 'Europe/London' },
    incident: {
      id: newId(),
      ref: 'INC-2041',
      title: written,
      severity: 'CRITICAL',
      public: true,
      services: [
        { id: newId(), name: `Mail ${written}` },
        { id: newId(), name: 'Files' },
      ],
      stage: 'IDENTIFIED',
      startedAt: new Date('2026-06-09T12:41:00Z'),
      resolvedAt: null,
      next: null,
    },
    recipients: [
      { kind: 'SUBSCRIBER', id: newId(), name: null, address: 'a@example.org', locale: 'en', variables: {} },
    ],
    recovery: null,
    reason: lines(2_000).parse(text),
  };
  const organisation = { ...defaultSettings.organisation, zone: 'Europe/London', name: written };
  const context = { settings: { ...defaultSettings, organisation }, at };
  const plans = [...updateMail.plan(update, context), ...updateEditedMail.plan(update, context)];
  return { written, mails: plans.map(({ mail }) => mail) };
}

test.each(hostileTexts)(
  'a subject holds in one line, in its own direction, with its promise whole: %j',
  (text) => {
    for (const mail of mailAbout(text).mails) {
      const subject = plainSubject(mail.subject);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\uE000\uE001]/u);
      expect(subject.isWellFormed()).toBe(true);
      expect(characters(subject)).toBeLessThanOrEqual(190);
      expect(keepsItsDirection(subject)).toBe(true);
      expect(subject.endsWith('. Next update by 14:30 BST')).toBe(true);
    }
  },
);

test.each(hostileTexts)(
  'the text of a mail is well-formed, and its lines of ours keep their direction: %j',
  (text) => {
    const { written, mails } = mailAbout(text);
    for (const mail of mails) {
      const body = mailText(mail);
      expect(body.isWellFormed()).toBe(true);
      expect(body).not.toMatch(/[^\P{Cc}\n\t]/u);
      const ours = body.split('\n').filter((one) => /14:30|14:10|subscribed|^Critical|^> /.test(one));
      expect(ours.filter((one) => one !== written && !keepsItsDirection(one))).toEqual([]);
    }
  },
);

test.each(hostileTexts)('the bodies arrive as they were written: %j', async (text) => {
  for (const mail of mailAbout(text).mails) {
    const { html, text: plain } = await renderMail(mail);
    expect(html).not.toMatch(/<script|<x\/>/);
    const { boundary, pieces } = composeContent(newId(), { html, text: plain });
    const whole = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
    const head = `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n`;
    const parsed = await simpleParser(Buffer.from(head + whole, 'latin1'));
    expect(parsed.text?.trim()).toBe(plain.replaceAll(/\uE000[a-z]+\uE001/g, '').trim());
  }
});

test('Hebrew stays byte for byte, and what stands around it stays in its place', () => {
  const title = 'הדואר לא עובד';
  const [mail] = mailAbout(title).mails;
  expect(plainSubject(mail?.subject ?? '')).toContain(`\u2068${title}\u2069: being fixed`);
});
