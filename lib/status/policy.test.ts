import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { statusPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(statusPolicy)).toEqual([
    '               Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'status.read    x   x   x   x   x   x   x   x   x   x   x   key',
    'status.publish .   .   .   .   .   .   .   .   .   x   x   -',
  ]);
});
