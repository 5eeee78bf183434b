import { commandRoute, queryRoute } from '@/lib/http/route';
import { createKey } from '@/lib/members/commands/create-key';
import { listKeys } from '@/lib/members/queries/list-keys';

export const GET = queryRoute(listKeys);
export const POST = commandRoute(createKey, { status: 201 });
