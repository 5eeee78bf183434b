import { expect, test } from 'vitest';
import { policyGrid } from '@/lib/platform/testing/policy-grid';
import { policyTable } from './testing/policy-table';

test('every act, and who may do it', async () => {
  await expect(`${policyGrid(policyTable).join('\n')}\n`).toMatchFileSnapshot('testing/policy.txt');
});

test('a manager may do what a responder may, and an admin what a manager may', () => {
  const above = [
    ['RESPONDER', 'MANAGER'],
    ['MANAGER', 'ADMIN'],
  ] as const;
  for (const [act, { yes, own = [] }] of Object.entries(policyTable)) {
    for (const [lower, higher] of above) {
      expect.soft(!yes.includes(lower) || yes.includes(higher), act).toBe(true);
      expect.soft(!own.includes(lower) || own.includes(higher), act).toBe(true);
    }
  }
});

test('a visitor may do these, and nothing else', () => {
  const open = Object.entries(policyTable).filter(([, row]) => row.yes.includes('ANONYMOUS'));
  expect(open.map(([act]) => act).sort()).toEqual([
    'delivery.refuse',
    'delivery.withdrawRefusal',
    'member.acceptInvitation',
    'member.requestReset',
    'member.resetPassword',
    'report.file',
    'report.mailLink',
    'session.start',
    'subscriber.subscribe',
  ]);
});
