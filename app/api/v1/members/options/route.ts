import { queryRoute } from '@/lib/http/route';
import { memberOptions } from '@/lib/members/queries/member-options';

export const GET = queryRoute(memberOptions);
