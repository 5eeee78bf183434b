import { type Rows, route } from '@/lib/platform/route';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { unsubscribe } from '@/lib/subscribers/commands/unsubscribe';
import { listSubscribers } from '@/lib/subscribers/queries/list';
import { readSubscription } from '@/lib/subscribers/queries/read';

export const subscriberRoutes = {
  'GET /subscribers': listSubscribers,
  'POST /subscribers': route(subscribe, { status: 202 }),
  'GET /subscribers/:subscriberId': readSubscription,
  'DELETE /subscribers/:subscriberId': unsubscribe,
} satisfies Rows;
