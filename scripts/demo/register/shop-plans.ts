import type { PlanContentInput } from '@/lib/plans/rules/content';
import type { PlanKind } from '@/lib/plans/schema';
import {
  announcement,
  answers,
  approval,
  automated,
  check,
  inStep,
  manual,
  type PlanNeeds,
  phase,
  precheck,
  verification,
} from './plan-parts';

export interface ShopPlan {
  kind: PlanKind;
  name: string;
  content: Omit<PlanContentInput, 'variables'>;
}

const checking = 'Checking that everything works';

function failover(needs: PlanNeeds): ShopPlan['content'] {
  return {
    purpose: 'shop-1 is lost or cannot be trusted. shop-2, which copies it every second, takes over.',
    precheck: [
      precheck('shop-2 answers', answers('{{secondary}}/health', { status: 'ok' })),
      precheck('shop-2 is at most 60 s behind', inStep('{{secondary}}', 60)),
    ],
    phases: [
      phase('Decide', 'Preparing the switch', [
        approval(
          'Decide to switch',
          'Switch users to shop-2 now?',
          'Orders of the last seconds may be missing on shop-2. The precheck says how many seconds.',
        ),
        announcement(
          'Tell users that we switch',
          'We are switching the shop to its second server. Orders that you have placed are kept.',
        ),
      ]),
      phase('Switch', 'Switching to the second server', [
        automated(
          needs,
          'Fence shop-1',
          'shop.fence',
          { name: 'shop-1' },
          {
            detail: 'It must take no more orders, also when it comes back.',
            fences: true,
          },
        ),
        automated(needs, 'Promote shop-2', 'shop.promote', { name: 'shop-2' }),
        verification(needs, 'Verify shop-2 before users are on it', '{{secondary}}'),
        automated(
          needs,
          'Lead the front address to shop-2',
          'front.switch',
          { to: 'shop-2' },
          { switches: true },
        ),
      ]),
      phase('Verify', checking, [
        check('The front address leads to shop-2', answers('{{front}}/health', { name: 'shop-2' })),
        verification(needs, 'Verify the shop as users reach it', '{{front}}'),
      ]),
    ],
  };
}

function switchover(needs: PlanNeeds): ShopPlan['content'] {
  return {
    purpose: 'Both shops are well and swap their roles, for work on shop-1. Nothing is lost.',
    precheck: [
      precheck('shop-1 answers', answers('{{primary}}/health')),
      precheck('shop-2 answers', answers('{{secondary}}/health', { status: 'ok' })),
      precheck('shop-2 is in step', inStep('{{secondary}}', 5)),
    ],
    phases: [
      phase('Decide', 'Preparing the switch', [
        approval('Decide to switch', 'Is this a good moment? Orders stop for a few seconds.'),
      ]),
      phase('Switch', 'Switching to the second server', [
        automated(needs, 'Stop orders on shop-1', 'shop.fence', { name: 'shop-1' }),
        check('shop-2 has every order', inStep('{{secondary}}', 2)),
        automated(needs, 'Promote shop-2', 'shop.promote', { name: 'shop-2' }),
        verification(needs, 'Verify shop-2 before users are on it', '{{secondary}}'),
        automated(
          needs,
          'Lead the front address to shop-2',
          'front.switch',
          { to: 'shop-2' },
          { switches: true },
        ),
        automated(needs, 'Let shop-1 copy shop-2', 'shop.follow', { name: 'shop-1', of: 'shop-2' }),
      ]),
      phase('Verify', checking, [
        check('The front address leads to shop-2', answers('{{front}}/health', { name: 'shop-2' })),
        verification(needs, 'Verify the shop as users reach it', '{{front}}'),
      ]),
    ],
  };
}

function failback(needs: PlanNeeds): ShopPlan['content'] {
  return {
    purpose: 'shop-1 is repaired and takes over again from whichever shop serves now.',
    precheck: [
      precheck('The shop works', answers('{{front}}/health', { status: 'ok' })),
      precheck('shop-1 answers', answers('{{primary}}/health')),
    ],
    phases: [
      phase('Bring shop-1 in step', 'Preparing the switch', [
        manual(
          'Say that shop-1 is repaired',
          'Look at shop-1 and confirm that what was wrong with it is mended.',
        ),
        automated(needs, 'Let shop-1 copy the shop that serves', 'shop.follow', {
          name: 'shop-1',
          of: 'serving',
        }),
        check('shop-1 is in step', inStep('{{primary}}', 2)),
        approval('Decide to switch back', 'Switch users back to shop-1 now? Orders stop for a few seconds.'),
      ]),
      phase('Switch', 'Switching back to the first server', [
        automated(needs, 'Stop orders on the shop that serves', 'shop.fence', { name: 'serving' }),
        check('shop-1 has every order', inStep('{{primary}}', 2)),
        automated(needs, 'Promote shop-1', 'shop.promote', { name: 'shop-1' }),
        verification(needs, 'Verify shop-1 before users are on it', '{{primary}}'),
        automated(
          needs,
          'Lead the front address to shop-1',
          'front.switch',
          { to: 'shop-1' },
          { switches: true },
        ),
        automated(needs, 'Let shop-2 copy shop-1', 'shop.follow', { name: 'shop-2', of: 'shop-1' }),
      ]),
      phase('Verify', checking, [
        check('The front address leads to shop-1', answers('{{front}}/health', { name: 'shop-1' })),
        verification(needs, 'Verify the shop as users reach it', '{{front}}'),
      ]),
    ],
  };
}

function rebuild(needs: PlanNeeds): ShopPlan['content'] {
  return {
    purpose: 'No shop can be trusted. shop-3 is set up from nothing and loaded from a snapshot.',
    precheck: [precheck('There is a young snapshot', { kind: 'BACKUP_AGE', datasetId: needs.datasetId })],
    phases: [
      phase('Set up', 'Setting up a new server', [
        approval(
          'Decide to rebuild',
          'Rebuild the shop from a snapshot?',
          'Orders placed after the snapshot was taken will be missing.',
        ),
        automated(needs, 'Start shop-3 from nothing', 'shop.start', { name: 'shop-3' }),
        check('shop-3 runs and is empty', answers('{{spare}}/health', { status: 'empty' }, [503])),
      ]),
      phase('Reload', 'Reloading the data', [
        automated(
          needs,
          'Load the snapshot into shop-3',
          'shop.load',
          { name: 'shop-3' },
          {
            reloads: needs.datasetId,
            answer: 'CALL_BACK',
          },
        ),
        check('shop-3 has all goods', answers('{{spare}}/health', { status: 'ok', items: 200 })),
      ]),
      phase('Verify the new server', 'Checking the new server', [
        verification(needs, 'Verify shop-3 against the baseline', '{{spare}}'),
      ]),
      phase('Switch', 'Switching to the new server', [
        automated(needs, 'Fence the shop that serves', 'shop.fence', { name: 'serving' }),
        automated(needs, 'Promote shop-3', 'shop.promote', { name: 'shop-3' }),
        automated(
          needs,
          'Lead the front address to shop-3',
          'front.switch',
          { to: 'shop-3' },
          { switches: true },
        ),
        check('The front address leads to shop-3', answers('{{front}}/health', { name: 'shop-3' })),
        verification(needs, 'Verify the shop as users reach it', '{{front}}'),
      ]),
    ],
  };
}

export function shopPlans(needs: PlanNeeds): ShopPlan[] {
  return [
    { kind: 'FAILOVER', name: 'Switch to shop-2', content: failover(needs) },
    { kind: 'REBUILD', name: 'Rebuild the shop from a snapshot', content: rebuild(needs) },
    { kind: 'FAILBACK', name: 'Back to shop-1', content: failback(needs) },
    { kind: 'SWITCHOVER', name: 'Planned switch to shop-2', content: switchover(needs) },
  ];
}
