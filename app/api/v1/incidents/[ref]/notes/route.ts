import { commandRoute } from '@/lib/http/route';
import { addNote } from '@/lib/incidents/commands/add-note';

export const POST = commandRoute(addNote, { status: 201 });
