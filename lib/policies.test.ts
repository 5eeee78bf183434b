import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/testing/policy-grid';
import { policyTable } from './testing/policy-table';

test('every act, and who may do it', async () => {
  await expect(`${policyGrid(policyTable).join('\n')}\n`).toMatchFileSnapshot('testing/policy.txt');
});

test('a visitor may do these, and nothing else', () => {
  const open = Object.entries(policyTable).filter(([, row]) => row.yes.includes('ANONYMOUS'));
  expect(open.map(([act]) => act).sort()).toEqual([
    'member.acceptInvitation',
    'member.requestReset',
    'member.resetPassword',
    'report.file',
    'report.mailLink',
    'session.start',
    'subscriber.subscribe',
  ]);
});
