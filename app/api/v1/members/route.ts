import { commandRoute, queryRoute } from '@/lib/http/route';
import { invite } from '@/lib/members/commands/invite';
import { listPeople } from '@/lib/members/queries/list-people';

export const GET = queryRoute(listPeople);
/** Members are made by invitation only. */
export const POST = commandRoute(invite, { status: 201 });
