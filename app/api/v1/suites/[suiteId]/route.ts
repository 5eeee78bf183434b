import { commandRoute, queryRoute } from '@/lib/http/route';
import { archiveSuite } from '@/lib/suites/commands/archive';
import { editSuite } from '@/lib/suites/commands/edit';
import { readSuite } from '@/lib/suites/queries/read';

export const GET = queryRoute(readSuite);
export const PUT = commandRoute(editSuite);
export const DELETE = commandRoute(archiveSuite);
