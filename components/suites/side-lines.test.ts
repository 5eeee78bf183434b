import { expect, test } from 'vitest';
import type { ResultView } from '@/lib/suites/queries/views';
import { answerLines, bodyLines } from './side-lines';

const answer = (status: number, type: string) => ({
  kind: 'HTTP' as const,
  status,
  headers: { 'content-type': type, date: 'now', etag: 'x' },
  size: 3,
  sha256: '',
  excerpt: null,
});
const result = {
  comparison: { kind: 'HTTP', headers: ['content-type', 'x-shop'] },
  known: { answer: answer(200, 'image/png') },
  got: answer(403, 'application/json'),
  differences: [
    { path: 'status', expected: '200 OK', actual: '403 Forbidden', sentence: '' },
    { path: 'header:content-type', expected: 'image/png', actual: 'application/json', sentence: '' },
    { path: 'items.length', expected: '312', actual: '309', sentence: '' },
    { path: 'latency', expected: null, actual: null, sentence: '' },
  ],
} as unknown as ResultView;

test('status and headers stand side by side, and what is not compared says so', () => {
  expect(answerLines(result).map(({ known, got, differs }) => [known, got, differs])).toEqual([
    ['200 OK', '403 Forbidden', true],
    ['content-type: image/png', 'content-type: application/json', true],
    ['x-shop: none', 'x-shop: none', false],
    ['date: not compared', 'date: not compared', false],
    ['etag: not compared', 'etag: not compared', false],
  ]);
  expect(answerLines({ ...result, got: null })).toMatchObject([
    { known: '200 OK', got: 'No answer', differs: true },
  ]);
});

test('places of the body stand side by side', () => {
  expect(bodyLines(result.differences)).toMatchObject([
    { known: 'items.length: 312', got: 'items.length: 309' },
  ]);
});
