import { commandRoute } from '@/lib/http/route';
import { setConsent } from '@/lib/runs/commands/set-consent';

export const POST = commandRoute(setConsent);
