import { commandRoute, queryRoute } from '@/lib/http/route';
import { unsubscribe } from '@/lib/subscribers/commands/unsubscribe';
import { readSubscription } from '@/lib/subscribers/queries/read';

export const GET = queryRoute(readSubscription);
export const DELETE = commandRoute(unsubscribe);
