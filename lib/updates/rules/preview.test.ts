import { describe, expect, test } from 'vitest';
import { hintsFor } from './hints';
import { previewUpdate, type UpdateDraft } from './preview';

const draft: UpdateDraft = {
  audience: 'PUBLIC',
  text: ' Your saved work is safe. We expect it back by 14:30. ',
  incident: {
    ref: 'INC-2041',
    title: 'Case Records is not available',
    visibility: 'PUBLIC',
    services: [{ name: 'Case Records' }, { name: 'Search' }],
  },
  stage: 'ACTING',
  zone: 'Europe/London',
  now: Date.parse('2026-06-09T13:18:00.000Z'),
  nextUpdateAt: '2026-06-09T13:30:00.000Z',
  recipients: {
    reporters: 23,
    subscribers: 40,
  },
};

describe('what each channel will show', () => {
  test('everyone: page, feed and mail', () => {
    const preview = previewUpdate(draft);
    expect(preview.statusPage).toEqual(preview.feed);
    expect(preview.mail).toMatchObject({
      subject: 'Search: Case Records is not available: being fixed. Next update by 14:30 BST',
      text: 'Your saved work is safe. We expect it back by 14:30.',
      recipients: 63,
    });
    const last = previewUpdate({ ...draft, stage: 'RESOLVED', nextUpdateAt: null });
    expect(last.mail?.subject).toBe('Case Records and Search: back to normal');
  });

  test('reporters: their pages and mail, nothing public', () => {
    const preview = previewUpdate({ ...draft, audience: 'REPORTERS' });
    expect(preview).toMatchObject({ statusPage: null, feed: null, mail: { recipients: 23 } });
    expect(preview.trackingPage).not.toBeNull();
  });

  test('the team: the console only', () => {
    const preview = previewUpdate({ ...draft, audience: 'INTERNAL' });
    expect(preview).toMatchObject({ statusPage: null, feed: null, trackingPage: null, mail: null });
  });

  test('an internal incident is on no page', () => {
    const preview = previewUpdate({ ...draft, incident: { ...draft.incident, visibility: 'INTERNAL' } });
    expect(preview.statusPage).toBeNull();
  });
});

describe('hints', () => {
  const good = (text: string) => hintsFor(text).map((hint) => hint.ok);
  test('a good update helps, gives a time and is plain', () => {
    expect(good(draft.text)).toEqual([true, true, true]);
    expect(good('We are experiencing issues.')).toEqual([false, false, false]);
    expect(hintsFor('The RAID controller failed.')[2]?.words).toBe('Say “RAID” in plainer words');
  });
});
