import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { servicePolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(servicePolicy)).toEqual([
    '                Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'service.read    .   .   .   .   x   x   x   x   .   x   x   key',
    'service.list    .   .   .   .   x   x   x   x   .   x   x   key',
    'service.create  .   .   .   .   .   .   x   x   .   .   x   key',
    'service.edit    .   .   .   .   .   .   x   x   .   .   x   key',
    'service.archive .   .   .   .   .   .   x   x   .   .   x   key',
  ]);
});
