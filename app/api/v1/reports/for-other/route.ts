import { commandRoute } from '@/lib/http/route';
import { fileForOther } from '@/lib/reports/commands/file-for-other';

export const POST = commandRoute(fileForOther, { status: 201 });
