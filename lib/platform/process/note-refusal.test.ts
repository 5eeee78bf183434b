import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '@/lib/platform/errors';
import { logger } from './log';
import { mostLines, noteIfRefused } from './note-refusal';

const info = vi.spyOn(logger(), 'info');
const warn = vi.spyOn(logger(), 'warn');
let minute = Date.parse('2026-11-30T12:00:00Z');

beforeEach(() => {
  minute += 600_000;
  vi.useFakeTimers({ now: minute });
});
afterEach(() => {
  vi.useRealTimers();
  info.mockClear();
  warn.mockClear();
});

test('a refusal is written down once, with who, what and why', () => {
  const error = new AppError('forbidden', 'Your role does not allow this.');
  expect(noteIfRefused(error, { act: 'run.start', actor: 'member' })).toBe(error);
  noteIfRefused(error, { path: '/api/v1/runs' });
  expect(info.mock.calls).toEqual([[{ code: 'forbidden', act: 'run.start', actor: 'member' }, 'refused']]);
});

test.each(['invalid', 'not_found', 'conflict'] as const)('“%s” is no attempt on anything', (code) => {
  noteIfRefused(new AppError(code, 'A sentence.'), {});
  expect(info).not.toHaveBeenCalled();
});

test('a flood of refusals fills no disk, and how many they were is told', () => {
  for (let tries = 0; tries < mostLines + 500; tries += 1)
    noteIfRefused(new AppError('rate_limited', 'Too many.'), {});
  expect(info).toHaveBeenCalledTimes(mostLines);
  vi.setSystemTime(minute + 61_000);
  noteIfRefused(new AppError('rate_limited', 'Too many.'), {});
  expect(warn.mock.calls).toEqual([[{ left: 500 }, 'more were refused than were written down']]);
});
