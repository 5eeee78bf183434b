import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/policy-grid';
import { memberPolicy } from './policy';

test('every act and who may do it', () => {
  expect(policyGrid(memberPolicy)).toEqual([
    '                        Ano Rep Sub Use Dev Res Man Adm Cal Sys Cli key',
    'member.list             .   .   .   .   .   x   x   x   .   .   x   -',
    'member.names            .   .   .   .   x   x   x   x   .   x   x   key',
    'member.read             .   .   .   o   o   x   x   x   .   x   x   -',
    'member.create           .   .   .   .   .   .   .   .   .   .   x   -',
    'member.invite           .   .   .   .   .   .   .   x   .   .   x   -',
    'member.acceptInvitation x   .   .   x   x   x   x   x   .   .   .   -',
    'member.setRole          .   .   .   .   .   .   .   x   .   .   x   -',
    'member.disable          .   .   .   .   .   .   .   x   .   .   x   -',
    'member.enable           .   .   .   .   .   .   .   x   .   .   x   -',
    'member.editSelf         .   .   .   o   o   o   o   o   .   .   .   -',
    'member.changePassword   .   .   .   o   o   o   o   o   .   .   .   -',
    'member.requestReset     x   .   .   x   x   x   x   x   .   .   .   -',
    'member.resetPassword    x   .   .   x   x   x   x   x   .   .   x   -',
    'session.start           x   .   .   x   x   x   x   x   .   .   .   -',
    'session.list            .   .   .   o   o   o   o   x   .   .   .   -',
    'session.end             .   .   .   o   o   o   o   x   .   x   x   -',
    'key.list                .   .   .   .   .   .   .   x   .   .   x   -',
    'key.create              .   .   .   .   .   .   .   x   .   .   x   -',
    'key.revoke              .   .   .   .   .   .   .   x   .   .   x   -',
    'team.create             .   .   .   .   .   .   x   x   .   .   x   -',
    'team.edit               .   .   .   .   .   .   x   x   .   .   x   -',
  ]);
});
