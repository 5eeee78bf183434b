import { commandRoute, queryRoute } from '@/lib/http/route';
import { subscribe } from '@/lib/subscribers/commands/subscribe';
import { listSubscribers } from '@/lib/subscribers/queries/list';

export const GET = queryRoute(listSubscribers);
export const POST = commandRoute(subscribe, { status: 202 });
