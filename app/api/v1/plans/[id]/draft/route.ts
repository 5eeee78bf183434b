import { commandRoute } from '@/lib/http/route';
import { discardDraft } from '@/lib/plans/commands/discard-draft';
import { saveDraft } from '@/lib/plans/commands/save-draft';

export const PUT = commandRoute(saveDraft);
export const DELETE = commandRoute(discardDraft);
