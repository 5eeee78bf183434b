import { addFinding } from '@/lib/checks/commands/add-finding';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(addFinding, { status: 201 });
