import { afterEach, expect, test, vi } from 'vitest';
import type { Problem } from '@/lib/http/rules/problem';
import { ApiProblem } from './call-api';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('tells when somebody changed something as the clock of its reader shows it', () => {
  vi.useFakeTimers({ now: new Date('2026-06-09T13:20:00Z') });
  vi.stubGlobal('document', { cookie: 'zone=Europe%2FLondon' });
  const problem: Problem = {
    type: 'urn:standby:conflict',
    title: 'conflict',
    status: 409,
    detail: 'Priya changed INC-7 in between, at 2026-06-09 13:10 UTC: Severity changed.',
    details: { by: 'Priya', act: 'Severity changed', at: '2026-06-09T13:10:04.120Z', version: 4 },
  };
  expect(new ApiProblem(problem).message).toBe(
    'Priya changed INC-7 in between, at 14:10 BST: Severity changed.',
  );
  expect(new ApiProblem({ ...problem, details: { version: 4 } }).message).toBe(problem.detail);
});
