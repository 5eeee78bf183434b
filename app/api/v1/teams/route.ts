import { commandRoute, queryRoute } from '@/lib/http/route';
import { createTeam } from '@/lib/members/commands/create-team';
import { listTeams } from '@/lib/members/queries/list-teams';

export const GET = queryRoute(listTeams);
export const POST = commandRoute(createTeam, { status: 201 });
