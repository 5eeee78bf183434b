import { queryRoute } from '@/lib/http/route';
import { memberOptions } from '@/lib/members/queries/member-names';

export const GET = queryRoute(memberOptions);
