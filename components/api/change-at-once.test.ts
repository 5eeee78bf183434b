import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { changeAtOnce } from './change-at-once';

test('shows a change at once, stops an older reading, and puts everything of the nouns back', async () => {
  const client = new QueryClient();
  client.setQueryData(['suite', 'a'], { cases: [1, 2] });
  client.setQueryData(['suite', 'list'], ['a']);
  client.setQueryData(['run', 'a'], 'left alone');
  const reading = client.fetchQuery({
    queryKey: ['suite', 'a'],
    queryFn: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  });
  const stopped = reading.then(
    (data) => data,
    () => 'stopped',
  );
  const putBack = await changeAtOnce(client, ['suite'], () => {
    client.setQueryData(['suite', 'a'], { cases: [2, 1] });
    client.setQueryData(['run', 'a'], 'changed');
  });
  expect(await stopped).not.toEqual({ cases: [2, 1] });
  expect(client.getQueryData(['suite', 'a'])).toEqual({ cases: [2, 1] });
  putBack();
  expect(client.getQueryData(['suite', 'a'])).toEqual({ cases: [1, 2] });
  expect(client.getQueryData(['suite', 'list'])).toEqual(['a']);
  expect(client.getQueryData(['run', 'a'])).toBe('changed');
});
