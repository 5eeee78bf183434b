import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { planPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(planPolicy)).toEqual([
    '             Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'plan.read    .   .   .   .   x   x   x   x   .   x   x   key',
    'plan.list    .   .   .   .   x   x   x   x   .   x   x   key',
    'plan.create  .   .   .   .   .   x   x   .   .   x   x   key',
    'plan.edit    .   .   .   .   .   x   x   .   .   x   x   key',
    'plan.publish .   .   .   .   .   .   x   .   .   x   x   -',
    'plan.archive .   .   .   .   .   .   x   .   .   .   x   -',
  ]);
});
