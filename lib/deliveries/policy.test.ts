import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { deliveryPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(deliveryPolicy)).toEqual([
    '                         Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'delivery.list            .   .   .   .   .   x   x   x   .   .   x   key',
    'delivery.read            .   .   .   .   .   x   x   x   .   .   x   -',
    'delivery.readAccountMail .   .   .   .   .   .   .   x   .   .   x   -',
    'delivery.retry           .   .   .   .   .   x   x   x   .   .   x   -',
    'delivery.giveUp          .   .   .   .   .   x   x   x   .   .   x   -',
  ]);
});
