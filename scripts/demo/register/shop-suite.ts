import type { CaseInput } from '@/lib/suites/rules/case';

/** What is always as it was. Orders come in all the time, so of their summary only the form is compared. */
const latency = { maxMs: 2_000 };

function asks(name: string, path: string, ignore: string[] = []): CaseInput {
  return {
    name,
    request: { kind: 'HTTP', path },
    comparison: { kind: 'HTTP', body: { as: 'JSON', ignore }, latency },
    timeoutMs: 5_000,
  };
}

const anOrder = {
  name: 'An order is taken, and cancelled again',
  request: {
    kind: 'HTTP',
    method: 'POST',
    path: '/orders',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ item: 7, quantity: 2, trial: true }),
  },
  comparison: { kind: 'HTTP', body: { as: 'JSON' }, latency },
  timeoutMs: 5_000,
} satisfies CaseInput;

export const shopSuite = {
  name: 'What customers see',
  description: 'Goods, orders and what the shop says of itself, as customers ask for them.',
  cases: [
    asks('The list of goods', '/items'),
    asks('The first item', '/items/1'),
    asks('An item of a lower price', '/items/57'),
    asks('An item of a higher price', '/items/164'),
    asks('The last item', '/items/200'),
    asks('An item that does not exist', '/items/999'),
    asks('An order of the first day', '/orders/1'),
    asks('An order of the third day', '/orders/60'),
    anOrder,
    asks('The summary of orders', '/orders/summary', ['orders', 'pieces', 'totalCents', 'newestAt']),
    asks('The shop says that it is well', '/health', [
      'name',
      'role',
      'lagSeconds',
      'orders',
      'disk.freePercent',
    ]),
  ],
};
