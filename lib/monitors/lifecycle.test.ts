import { expect, test } from 'vitest';
import { afterResult } from './lifecycle';
import type { MonitorState } from './schema';

/** What is told of a row of probes, good (+) and failed (-), and how it ends. */
function story(results: string, confirmations: number) {
  let current: { state: MonitorState; failures: number } = { state: 'UNKNOWN', failures: 0 };
  const events: string[] = [];
  for (const [place, result] of [...results].entries()) {
    const { event, ...next } = afterResult(current, result === '+', confirmations);
    if (event) events.push(`${place} ${event}`);
    current = next;
  }
  return { events, ...current };
}

test('a single slip says nothing', () => {
  expect(story('+-+-+', 2)).toEqual({ events: [], state: 'UP', failures: 0 });
});

test('failures in a row are told once, and so is the end of them', () => {
  expect(story('+----++--', 2)).toEqual({ events: ['2 DOWN', '5 UP', '8 DOWN'], state: 'DOWN', failures: 2 });
});

test('what was never up can be down, and to be up at first is no news', () => {
  expect(story('---', 3).events).toEqual(['2 DOWN']);
  expect(story('--+', 3)).toEqual({ events: [], state: 'UP', failures: 0 });
});

test('with one confirmation each failure counts at once', () => {
  expect(story('+-+-', 1).events).toEqual(['1 DOWN', '2 UP', '3 DOWN']);
});
