import { expect, test } from 'vitest';
import { afterResult } from './lifecycle';
import type { MonitorState } from './schema';

/** What is told of a row of looks, good (+) and failed (-), and how it ends. */
function story(looks: string, confirmations: number) {
  let standing: { state: MonitorState; failures: number } = { state: 'UNKNOWN', failures: 0 };
  const told: string[] = [];
  for (const [place, look] of [...looks].entries()) {
    const { event, ...next } = afterResult(standing, look === '+', confirmations);
    if (event) told.push(`${place} ${event}`);
    standing = next;
  }
  return { told, ...standing };
}

test('a single slip says nothing', () => {
  expect(story('+-+-+', 2)).toEqual({ told: [], state: 'UP', failures: 0 });
});

test('failures in a row are told once, and so is the end of them', () => {
  expect(story('+----++--', 2)).toEqual({ told: ['2 DOWN', '5 UP', '8 DOWN'], state: 'DOWN', failures: 2 });
});

test('what was never up can be down, and to be up at first is no news', () => {
  expect(story('---', 3).told).toEqual(['2 DOWN']);
  expect(story('--+', 3)).toEqual({ told: [], state: 'UP', failures: 0 });
});

test('with one confirmation each failure counts at once', () => {
  expect(story('+-+-', 1).told).toEqual(['1 DOWN', '2 UP', '3 DOWN']);
});
