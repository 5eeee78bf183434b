import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { suitePolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(suitePolicy)).toEqual([
    '              Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'suite.read    .   .   .   .   x   x   x   x   .   x   x   key',
    'suite.list    .   .   .   .   x   x   x   x   .   x   x   key',
    'suite.create  .   .   .   .   o   x   x   x   .   x   x   key',
    'suite.edit    .   .   .   .   o   x   x   x   .   x   x   key',
    'suite.archive .   .   .   .   o   x   x   x   .   .   x   key',
    'suite.record  .   .   .   .   o   x   x   x   .   x   x   key',
    'suite.replay  .   .   .   .   o   x   x   x   .   x   x   key',
    'suite.stop    .   .   .   .   o   x   x   x   .   .   x   key',
    'suite.explain .   .   .   .   .   x   x   .   .   .   .   -',
  ]);
});
