import { describe, expect, it } from 'vitest';
import { postWords, reachWords, updateBody } from './composer-draft';

const recipients = {
  PUBLIC: { reporters: 23, subscribers: 40, webhooks: 2 },
  REPORTERS: { reporters: 1 },
  INTERNAL: { members: 3 },
};

describe('an update that is being written', () => {
  it('says on the button to whom it goes', () => {
    expect(postWords('PUBLIC', recipients)).toBe('Post to everyone');
    expect(postWords('REPORTERS', recipients)).toBe('Post to 1 reporter');
    expect(postWords('REPORTERS', undefined)).toBe('Post to the reporters');
    expect(postWords('INTERNAL', recipients)).toBe('Post to the team');
  });

  it('says how far it reaches', () => {
    const shown = { title: 'x' };
    expect(
      reachWords({ statusPage: shown, trackingPage: shown, mail: { recipients: 63 }, webhooks: 2 }),
    ).toBe('Status page, 63 emails and 2 webhooks.');
    expect(reachWords({ statusPage: null, trackingPage: shown, mail: { recipients: 1 }, webhooks: 0 })).toBe(
      'The reporters’ own pages and 1 email.',
    );
    expect(reachWords({ statusPage: shown, trackingPage: shown, mail: null, webhooks: 0 })).toBe(
      'Status page.',
    );
    expect(reachWords({ statusPage: null, trackingPage: null, mail: null, webhooks: 0 })).toMatch(
      /console only/,
    );
  });

  it('names the stage only when it changes', () => {
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
