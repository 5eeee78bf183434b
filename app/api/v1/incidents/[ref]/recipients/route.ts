import { queryRoute } from '@/lib/http/route';
import { updateRecipients } from '@/lib/incidents/queries/recipients';

export const GET = queryRoute(updateRecipients);
