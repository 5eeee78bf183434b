import { describe, expect, test } from 'vitest';
import { maxTries } from '@/lib/deliveries/lifecycle';
import { failedOutcome, sentOutcome, stateAfter } from './outcome';
import { suppressFor } from './suppress';

const refused = (responseCode: number, command: string, response = `${responseCode} no`) =>
  failedOutcome({ message: 'x', code: 'EENVELOPE', command, responseCode, response });

describe('what a refusal means', () => {
  test('lasting ones about the mailbox or the mail end it, and only a missing mailbox is a bounce', () => {
    expect(refused(550, 'RCPT TO')).toMatchObject({ outcome: 'REFUSED', permanent: true, bounced: true });
    expect(refused(554, 'RCPT TO', '554 5.1.1 unknown user')).toMatchObject({ bounced: true });
    expect(refused(550, 'RCPT TO', '550 5.7.1 blocked')).toMatchObject({ permanent: true, bounced: false });
    expect(refused(554, 'DATA')).toMatchObject({ outcome: 'REFUSED', permanent: true, bounced: false });
  });

  test('a full mailbox, a wrong password, an unknown sender and a silent server are tried again', () => {
    expect(refused(452, 'RCPT TO')).toMatchObject({
      outcome: 'REFUSED_FOR_NOW',
      permanent: false,
      code: '452',
    });
    expect(refused(535, 'AUTH PLAIN')).toMatchObject({ permanent: false });
    expect(refused(550, 'MAIL FROM')).toMatchObject({ permanent: false, bounced: false });
    expect(failedOutcome({ code: 'ETIMEDOUT', message: 'Greeting never received' })).toMatchObject({
      outcome: 'NO_ANSWER',
      code: 'ETIMEDOUT',
      permanent: false,
    });
    expect(failedOutcome(null)).toMatchObject({ outcome: 'NO_ANSWER', permanent: false });
  });

  test('the state follows from the outcome and the number of tries', () => {
    expect(stateAfter(sentOutcome('250 2.0.0 queued'), 1)).toEqual({ state: 'SENT', waitSeconds: null });
    expect(stateAfter(refused(550, 'RCPT TO'), 1)).toEqual({ state: 'DEAD', waitSeconds: null });
    expect(stateAfter(refused(451, 'DATA'), 1)).toMatchObject({ state: 'RETRY' });
    expect(stateAfter(refused(451, 'DATA'), maxTries)).toEqual({ state: 'DEAD', waitSeconds: null });
  });
});

test('why a mail is not sent after all', () => {
  const now = new Date('2026-06-09T14:00:00Z');
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const fresh = { left: false, newer: false, attempts: 0, createdAt: hoursAgo(1), variables: {} };
  expect(suppressFor(fresh, now)).toBeNull();
  expect(suppressFor({ ...fresh, left: true, newer: true }, now)).toBe('UNSUBSCRIBED');
  expect(suppressFor({ ...fresh, newer: true }, now)).toBe('NEWER');
  expect(suppressFor({ ...fresh, variables: { notAfter: '2026-06-09T13:59:00Z' } }, now)).toBe('OVER');
  expect(suppressFor({ ...fresh, createdAt: hoursAgo(25) }, now)).toBe('TOO_OLD');
  expect(suppressFor({ ...fresh, createdAt: hoursAgo(25), attempts: 3 }, now)).toBeNull();
});
