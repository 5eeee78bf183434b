import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { subscriberPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(subscriberPolicy)).toEqual([
    '                       Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'subscriber.subscribe   x   x   .   x   x   x   x   x   .   .   .   -',
    'subscriber.read        .   .   o   .   .   .   x   x   .   .   .   -',
    'subscriber.confirm     .   .   o   .   .   .   .   .   .   .   .   -',
    'subscriber.change      .   .   o   .   .   .   .   .   .   .   .   -',
    'subscriber.unsubscribe .   .   o   .   .   .   x   x   .   x   .   -',
    'subscriber.list        .   .   .   .   .   .   x   x   .   .   .   -',
  ]);
});
