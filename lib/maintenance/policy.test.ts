import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { maintenancePolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(maintenancePolicy)).toEqual([
    '                    Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'maintenance.read    .   .   .   .   x   x   x   x   .   x   x   key',
    'maintenance.plan    .   .   .   .   .   x   x   .   .   .   .   key',
    'maintenance.edit    .   .   .   .   .   x   x   .   .   .   .   key',
    'maintenance.advance .   .   .   .   .   x   x   .   .   x   .   key',
    'maintenance.cancel  .   .   .   .   .   x   x   .   .   .   .   key',
  ]);
});
