import { afterEach, expect, test, vi } from 'vitest';
import { api } from './api';

const sent = vi.fn<typeof fetch>();

afterEach(() => sent.mockReset());

function answerWith(body: object): void {
  vi.stubGlobal('fetch', sent);
  sent.mockResolvedValue(Response.json(body));
}

test('takes the parameters of the path out of the input, and sends the rest with the key of the act', async () => {
  answerWith({ id: 'a', version: 4 });
  const decided = { ref: 'FO/7', stepId: 'b', version: 3, decision: 'DONE', note: 'Looked.' } as const;
  const answer = await api('POST /runs/:ref/steps/:stepId/decide', decided, { key: 'one act' });
  expect(answer.version).toBe(4);
  const [path, init] = sent.mock.calls[0] ?? [];
  expect(path).toBe('/api/v1/runs/FO%2F7/steps/b/decide');
  expect(init).toMatchObject({ method: 'POST', headers: { 'idempotency-key': 'one act' } });
  expect(JSON.parse(String(init?.body))).toEqual({ version: 3, decision: 'DONE', note: 'Looked.' });
});

test('asks in the query string, without what is left out', async () => {
  answerWith({ rows: [], next: null });
  await api('GET /runs', { mode: 'DRILL', service: '', after: undefined });
  expect(sent.mock.calls[0]?.[0]).toBe('/api/v1/runs?mode=DRILL');
});
