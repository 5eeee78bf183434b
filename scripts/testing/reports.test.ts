import { describe, expect, test } from 'vitest';
import { readPlaywrightReport } from './playwright-report';
import { readAllowedSkips, unlistedSkips } from './skipped';
import { addUp } from './stage';
import { readVitestReport } from './vitest-report';

describe("Vitest's report", () => {
  const file = (name: string, status: string, tests: [string, string][]) => ({
    name,
    status,
    assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
  });

  test('is counted test by test, and skipped ones are named', () => {
    const testResults = [
      file('a', 'passed', [
        ['a one', 'passed'],
        ['a two', 'pending'],
        ['a three', 'todo'],
      ]),
      file('b', 'failed', [
        ['b one', 'failed'],
        ['b two', 'passed'],
      ]),
    ];
    expect(readVitestReport(JSON.stringify({ testResults }))).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['a two', 'a three'],
    });
  });

  test('has a failure for a file that could not be run', () => {
    const testResults = [file('broken', 'failed', [])];
    expect(readVitestReport(JSON.stringify({ testResults }))).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe("Playwright's report", () => {
  test('counts nested suites; a flaky test and an error outside a test are failures', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const text = JSON.stringify({
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected')],
          suites: [
            {
              title: 'inner',
              specs: [spec('two', 'flaky'), spec('three', 'skipped'), spec('four', 'unexpected')],
            },
          ],
        },
      ],
      errors: [{ message: 'the server did not start' }],
    });
    expect(readPlaywrightReport(text)).toEqual({ passed: 1, failed: 3, skipped: ['a.spec.ts inner three'] });
  });
});

describe('skipped tests', () => {
  test('fail the run unless they are on the list with a reason', () => {
    const allowed = readAllowedSkips('[{ "test": "a two", "reason": "needs a second machine" }]');
    expect(unlistedSkips(['a two', 'a three'], allowed)).toEqual(['a three']);
    expect(() => readAllowedSkips('[{ "test": "a two", "reason": "" }]')).toThrow();
  });

  test('are kept when stages are added up', () => {
    const outcome = { passed: 1, failed: 0, skipped: ['x'] };
    expect(addUp([outcome, outcome])).toEqual({ passed: 2, failed: 0, skipped: ['x', 'x'] });
  });
});
