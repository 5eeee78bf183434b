import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { settingsPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(settingsPolicy)).toEqual([
    '                       Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'settings.read          .   .   .   .   x   x   x   x   .   x   x   key',
    'settings.change        .   .   .   .   .   .   .   x   .   .   x   -',
    'settings.changeTargets .   .   .   .   .   .   x   .   .   .   .   -',
  ]);
});
