import { describe, expect, test } from 'vitest';
import { answersOf, changedDetails, detailNames, detailsAfter, noDetails } from './details';

const sent = detailsAfter(noDetails, {
  experience: 'SLOW_OR_PARTS',
  slow: true,
  description: 'It is white.',
  affected: 'A_FEW',
  affectedWhere: 'Eastgate',
  name: 'Dana',
  email: 'dana@example.org',
  wantsUpdates: true,
});

describe('what a reporter told us', () => {
  test('is what was answered, and the rest is not said', () => {
    expect(sent).toEqual({
      ...noDetails,
      claimedSeverity: 'SEVERE',
      slow: true,
      description: 'It is white.',
      affected: 'A_FEW',
      affectedWhere: 'Eastgate',
      reporterName: 'Dana',
      reporterEmail: 'dana@example.org',
      wantsUpdates: true,
    });
  });

  test('stays as it was where a correction says nothing', () => {
    expect(changedDetails(sent, detailsAfter(sent, { affected: 'EVERYONE' }))).toEqual({
      affected: 'EVERYONE',
    });
    expect(changedDetails(sent, detailsAfter(sent, { affectedWhere: null }))).toEqual({
      affectedWhere: null,
    });
    expect(changedDetails(sent, detailsAfter(sent, {}))).toEqual({});
  });

  test('is slow only while parts work, and sends updates only to an address', () => {
    expect(detailsAfter(sent, { experience: 'UNUSABLE' })).toMatchObject({ slow: false });
    expect(detailsAfter(sent, { email: null })).toMatchObject({ reporterEmail: null, wantsUpdates: false });
  });

  test('comes back into the form as it was typed, so that saving it changes nothing', () => {
    const { experience, name, email, slow, wantsUpdates, affected, affectedWhere } = answersOf(sent);
    expect([experience, name, email, slow]).toEqual(['SLOW_OR_PARTS', 'Dana', 'dana@example.org', 'on']);
    expect([wantsUpdates, affected, affectedWhere]).toEqual(['on', 'A_FEW', 'Eastgate']);
  });

  test('is named once', () => {
    expect(detailNames).toEqual(Object.keys(noDetails));
  });
});
