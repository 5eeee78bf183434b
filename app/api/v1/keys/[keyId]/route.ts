import { commandRoute } from '@/lib/http/route';
import { revokeKey } from '@/lib/members/commands/revoke-key';

export const DELETE = commandRoute(revokeKey);
