import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { checkPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(checkPolicy)).toEqual([
    '                   Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'check.read         .   .   .   .   o   x   x   x   .   x   x   key',
    'check.layOut       .   .   .   .   o   x   x   .   .   .   .   key',
    'check.add          .   .   .   .   o   x   x   .   .   .   .   key',
    'check.run          .   .   .   .   o   x   x   .   .   .   .   key',
    'check.record       .   .   .   .   o   x   x   .   .   .   .   key',
    'check.skip         .   .   .   .   o   x   x   .   .   .   .   key',
    'check.assign       .   .   .   .   o   x   x   .   .   .   .   key',
    'finding.add        .   .   .   .   o   x   x   .   .   .   .   key',
    'finding.settle     .   .   .   .   o   x   x   .   .   .   .   key',
    'checkTemplate.list .   .   .   .   x   x   x   x   .   x   x   key',
    'checkTemplate.edit .   .   .   .   .   .   x   x   .   .   x   key',
  ]);
});
