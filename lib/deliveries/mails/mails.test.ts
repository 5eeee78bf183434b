import { describe, expect, test } from 'vitest';
import { mailText } from '@/lib/deliveries/rules/mail-text';
import { purposeSchema } from '@/lib/deliveries/schema';
import { newId } from '@/lib/platform/ids';
import { defaultSettings } from '@/lib/settings/schema';
import { clockAtRiskMail, clockMissedMail } from './clocks';
import type { UpdateFacts } from './facts/update';
import { roleMail } from './incidents';
import { renderMail } from './parts/render';
import type { Recipient } from './planned-mail';
import { mailKinds } from './table';
import { updateEditedMail, updateMail } from './updates';

const organisation = {
  ...defaultSettings.organisation,
  name: 'Thornmere services',
  zone: 'Europe/London',
  deskEmail: 'help@thornmere.example',
};
const context = {
  settings: { ...defaultSettings, organisation },
  at: new Date('2026-06-09T13:10:00Z'),
};

const incident = {
  id: newId(),
  ref: 'INC-2041',
  title: 'Case Records is not available',
  severity: 'CRITICAL' as const,
  public: true,
  services: [{ id: newId(), name: 'Case Records' }],
  stage: 'IDENTIFIED' as const,
  startedAt: new Date('2026-06-09T12:41:00Z'),
  resolvedAt: null,
  next: null,
};

function person(kind: 'REPORTER' | 'SUBSCRIBER', address: string, locale = 'en'): Recipient {
  return { kind, id: newId(), name: null, address, locale, variables: { reference: 'R-7K3M9Q' } };
}

const update: UpdateFacts = {
  id: newId(),
  audience: 'PUBLIC',
  stage: 'IDENTIFIED',
  words: { html: '<p>A disk controller <strong>failed</strong>.</p>', plain: 'A disk controller failed.' },
  publishedAt: context.at,
  next: { at: new Date('2026-06-09T13:30:00Z'), zone: 'Europe/London' },
  incident,
  recipients: [
    person('REPORTER', 'nadia@eastgate.example'),
    person('SUBSCRIBER', 'office@northgate.example'),
  ],
  recovery: null,
  reason: null,
};

describe('an update', () => {
  test('says what is new first, then the promise, then why it came', async () => {
    const [mail] = updateMail.plan(update, context);
    if (!mail) throw new Error('There is no mail.');
    expect(mail.mail.subject).toBe('Case Records is not available: being fixed. Next update by 14:30 BST');
    expect(mailText(mail.mail).replaceAll(/[\uE000\uE001]/g, '|')).toMatchInlineSnapshot(`
      "Critical: Case Records is not available. We know the cause and are fixing it.

      A disk controller failed.

      We’ll write again by 14:30 BST, even if nothing has changed.

      See where it stands:
      |open|

      -- 
      Sent 14:10 BST because you reported |reference|. Reply to this email and a person will read it.
      Stop these updates: |stop|
      "
    `);
    const { html } = await renderMail(mail.mail);
    expect(html).toContain('lang="en"');
    expect(html).toContain('A disk controller <strong>failed</strong>.');
    expect(html).toMatch(/by 14:30 BST<\/strong>/);
    expect(html).not.toMatch(/<script|<img/);
  });

  test('goes once to each address, in the language of each', () => {
    const recipients = [
      person('REPORTER', 'twice@eastgate.example'),
      person('REPORTER', 'Twice@eastgate.example'),
      person('REPORTER', 'cymru@eastgate.example', 'cy'),
    ];
    const mails = updateMail.plan({ ...update, recipients }, context);
    expect(mails.map(({ mail, recipients }) => [mail.locale, recipients.length])).toEqual([
      ['en', 1],
      ['cy', 1],
    ]);
    expect(updateMail.plan({ ...update, recipients: [] }, context)).toEqual([]);
  });

  test('edited, is shown as an edit, with its reason', () => {
    const [mail] = updateEditedMail.plan({ ...update, reason: 'The time was wrong.' }, context);
    expect(mail?.purpose).toBe('update-edited');
    expect(mail?.mail.blocks[0]).toEqual({
      kind: 'box',
      title: 'This corrects what we wrote at 14:10 BST.',
      text: 'The time was wrong.',
    });
  });
});

describe('members', () => {
  const farah = {
    kind: 'MEMBER' as const,
    id: newId(),
    name: 'Farah',
    address: 'f@team.example',
    locale: 'en',
    variables: {},
  };

  test('are not told of a role that they took themselves', () => {
    const facts = { incident, role: 'SCRIBE' as const, people: [farah], by: 'Farah' };
    expect(roleMail.plan({ ...facts, byId: farah.id }, context)).toEqual([]);
    expect(roleMail.plan({ ...facts, byId: newId() }, context)[0]?.mail.subject).toBe(
      'You are scribe of INC-2041: Case Records is not available',
    );
  });

  test('hear of a clock once each, with its time', () => {
    const facts = { kind: 'ACKNOWLEDGE' as const, dueAt: context.at, incident: null, reportRef: 'R-7K3M9Q' };
    const [missed] = clockMissedMail.plan({ ...facts, path: '/triage', people: [farah, farah] }, context);
    expect(missed?.recipients).toHaveLength(1);
    expect(missed?.mail.subject).toBe('Missed: R-7K3M9Q, a person has to read it by 14:10 BST');
    expect(clockAtRiskMail.plan({ ...facts, people: [] }, context)).toEqual([]);
  });
});

test('every purpose has one kind of mail', () => {
  const purposes = mailKinds.map(({ purpose }) => purpose);
  expect(purposes.toSorted()).toEqual(purposeSchema.options.toSorted());
});
