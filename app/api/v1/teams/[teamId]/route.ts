import { commandRoute } from '@/lib/http/route';
import { editTeam } from '@/lib/members/commands/edit-team';

export const PATCH = commandRoute(editTeam);
