import { commandRoute, queryRoute } from '@/lib/http/route';
import { editSelf } from '@/lib/members/commands/edit-self';
import { readAccount } from '@/lib/members/queries/read-account';

export const GET = queryRoute(readAccount);
export const PATCH = commandRoute(editSelf);
