import { describe, expect, test } from 'vitest';
import { postWords, reachWords, updateBody } from './composer-draft';

const recipients = {
  reporters: 1,
  subscribers: 40,
};

describe('an update that is being written', () => {
  test('says on the button to whom it goes', () => {
    expect(postWords('PUBLIC', recipients)).toBe('Post to everyone');
    expect(postWords('REPORTERS', recipients)).toBe('Post to 1 reporter');
    expect(postWords('REPORTERS', undefined)).toBe('Post to the reporters');
    expect(postWords('INTERNAL', recipients)).toBe('Post to the team');
  });

  test('says how far it reaches', () => {
    const shown = { title: 'x' };
    expect(reachWords({ statusPage: shown, trackingPage: shown, mail: { recipients: 63 } })).toBe(
      'Status page and 63 emails.',
    );
    expect(reachWords({ statusPage: null, trackingPage: shown, mail: { recipients: 1 } })).toBe(
      'The reporters’ own pages and 1 email.',
    );
    expect(reachWords({ statusPage: shown, trackingPage: shown, mail: null })).toBe('Status page.');
    expect(reachWords({ statusPage: null, trackingPage: null, mail: null })).toMatch(/console only/);
  });

  test('names the stage only when it changes', () => {
    const draft = {
      audience: 'PUBLIC',
      text: ' Hello ',
      from: 'ACTING',
      reason: '',
      next: null,
      version: 3,
    } as const;
    expect(updateBody({ ...draft, stage: 'ACTING' })).toEqual({
      audience: 'PUBLIC',
      text: 'Hello',
      version: 3,
    });
    expect(updateBody({ ...draft, stage: 'MONITORING', next: { minutes: 20 } })).toEqual({
      audience: 'PUBLIC',
      text: 'Hello',
      version: 3,
      stage: 'MONITORING',
      next: { minutes: 20 },
    });
  });
});
