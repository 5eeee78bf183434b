import { commandRoute } from '@/lib/http/route';
import { addCase } from '@/lib/suites/commands/add-case';

export const POST = commandRoute(addCase, { status: 201 });
