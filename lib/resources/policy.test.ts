import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { resourcePolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(resourcePolicy)).toEqual([
    '                   Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'resource.list      .   .   .   .   .   x   x   x   .   x   x   key',
    'resource.create    .   .   .   .   .   .   x   x   .   .   x   key',
    'resource.edit      .   .   .   .   .   .   x   x   .   .   x   key',
    'resource.archive   .   .   .   .   .   .   x   x   .   .   x   key',
    'allocation.request .   .   .   .   .   x   x   .   .   .   x   key',
    'allocation.answer  .   .   .   .   o   o   o   o   .   .   x   -',
    'allocation.extend  .   .   .   .   o   x   x   o   .   .   x   key',
    'allocation.release .   .   .   .   o   x   x   o   .   .   x   key',
    'allocation.mine    .   .   .   .   x   x   x   x   .   .   .   -',
  ]);
});
