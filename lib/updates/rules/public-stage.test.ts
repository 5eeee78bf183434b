import { expect, test } from 'vitest';
import { incidentStages } from '@/lib/incidents/schema';
import { publicStageOf, publicStageWords } from './public-stage';

test('is known for every stage of an incident', () => {
  expect(Object.keys(publicStageOf)).toEqual(incidentStages);
  expect(incidentStages.map(publicStageWords)).toEqual([
    'Looking for the cause',
    'Looking for the cause',
    'Being fixed',
    'Watching it',
    'Back to normal',
    'Back to normal',
  ]);
});
