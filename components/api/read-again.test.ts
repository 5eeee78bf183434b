import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { until } from '@/lib/platform/testing/until';
import { readAgain } from './read-again';

/** A page that shows one query, and a server whose answers wait until the test sends them, as they were when asked. */
function page() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const sent: (() => void)[] = [];
  const server = { state: 'RUNNING' };
  const observer = new QueryObserver(client, {
    queryKey: ['suite'],
    queryFn: async () => {
      const { state } = server;
      await new Promise<void>((resolve) => sent.push(resolve));
      return state;
    },
  });
  const shown: unknown[] = [];
  observer.subscribe(({ data }) => {
    if (data !== shown.at(-1)) shown.push(data);
  });
  const answer = async (count: number): Promise<void> => {
    await until('the question', () => sent.length === count);
    sent[count - 1]?.();
  };
  return { client, server, answer, asked: () => sent.length, shown };
}

test('a change during the first reading is shown', async () => {
  const { client, server, answer, shown } = page();
  server.state = 'DONE';
  const read = readAgain(client);
  await answer(1);
  await answer(2);
  await read;
  expect(shown).toEqual(['RUNNING', 'DONE']);
});

test('changes in quick succession hold up no answer, and are one reading more', async () => {
  const { client, server, answer, asked, shown } = page();
  await answer(1);
  await until('the first answer', () => shown.length === 1);
  const reads = [readAgain(client)];
  await until('the second question', () => asked() === 2);
  server.state = 'DONE';
  for (let i = 0; i < 50; i += 1) reads.push(readAgain(client, { queryKey: ['suite'] }));
  await answer(2);
  await answer(3);
  await Promise.all(reads);
  expect(shown).toEqual(['RUNNING', 'DONE']);
  expect(asked()).toBe(3);
});

test('after a reading that failed it is read again', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const fails: (() => void)[] = [];
  let asked = 0;
  const observer = new QueryObserver(client, {
    queryKey: ['suite'],
    queryFn: () => {
      asked += 1;
      return asked > 1 ? 'DONE' : new Promise((_, reject) => fails.push(() => reject(new Error('away'))));
    },
  });
  observer.subscribe(() => undefined);
  const read = readAgain(client, { predicate: () => true });
  fails[0]?.();
  await read;
  expect(observer.getCurrentResult().data).toBe('DONE');
});
