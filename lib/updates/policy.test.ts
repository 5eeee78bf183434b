import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { updatePolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(updatePolicy)).toEqual([
    '               Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'update.read    .   o   .   o   o   x   x   x   .   x   x   key',
    'update.preview .   .   .   .   .   x   x   .   .   .   .   key',
    'update.publish .   .   .   .   .   x   x   .   .   .   x   key',
    'update.edit    .   .   .   .   .   x   x   .   .   .   x   key',
  ]);
});
