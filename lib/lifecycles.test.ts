import { expect, test } from 'vitest';
import type { Lifecycle } from './platform/lifecycle';
import { lifecycleGrid } from './platform/testing/lifecycle-grid';
import { exportsOf } from './testing/exports';

const isLifecycle = (value: unknown): value is Lifecycle<string> =>
  typeof value === 'object' && value !== null && 'canMove' in value;

test('every state, and where it may go', async () => {
  const found = (await exportsOf('lib/*/lifecycle.ts')).flatMap(([name, value]) =>
    isLifecycle(value) ? [[name, ...lifecycleGrid(value), ''].join('\n')] : [],
  );
  await expect(found.join('\n')).toMatchFileSnapshot('testing/lifecycles.txt');
});
