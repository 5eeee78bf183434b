import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addToQueue, currentQueue, takeFromQueue } from './queue-store';
import { sendQueued } from './send-queued';

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
  addToQueue({ clientKey: 'a', description: 'Nothing opens.' });
});
afterEach(() => {
  takeFromQueue('a', null);
  vi.unstubAllGlobals();
});

test.each([
  ['no answer in time', 408, 'request_timeout', undefined],
  ['too early', 425, 'too_early', undefined],
  ['too many', 429, 'too_many_requests', undefined],
  ['still under way', 409, 'in_progress', undefined],
  ['a gateway without an answer', 502, 'internal', undefined],
  ['a refusal', 422, 'invalid', 'The service is not known.'],
])('%s: a report stays in the queue until it was answered', async (_, status, title, refusal) => {
  const detail = 'The service is not known.';
  vi.stubGlobal('fetch', async () => Response.json({ type: 'x', title, status, detail }, { status }));
  for (const report of currentQueue().waiting) await sendQueued(report);
  expect(currentQueue().waiting).toMatchObject([{ clientKey: 'a' }]);
  expect(currentQueue().waiting[0]?.refusal).toBe(refusal);
});
