import { expect, test } from 'vitest';
import { audiences } from '@/lib/updates/schema';
import { audiencesFor, keepsPromise } from './audience';

test('is everyone only when the incident is public', () => {
  expect(audiencesFor('PUBLIC')).toEqual(audiences);
  expect(audiencesFor('INTERNAL')).toEqual(['REPORTERS', 'INTERNAL']);
});

test('keeps a promise to everyone by an update to everyone, and one to the team by any', () => {
  expect(audiences.filter((audience) => keepsPromise(audience, 'PUBLIC'))).toEqual(['PUBLIC']);
  expect(audiences.filter((audience) => keepsPromise(audience, 'INTERNAL'))).toEqual(audiences);
});
