import { commandRoute } from '@/lib/http/route';
import { editCase } from '@/lib/suites/commands/edit-case';
import { removeCase } from '@/lib/suites/commands/remove-case';

export const PUT = commandRoute(editCase);
export const DELETE = commandRoute(removeCase);
