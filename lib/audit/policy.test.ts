import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { auditPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(auditPolicy)).toEqual([
    '             Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'audit.read   .   .   .   .   .   .   x   x   .   .   x   -',
    'audit.verify .   .   .   .   .   .   .   x   .   x   x   -',
  ]);
});
