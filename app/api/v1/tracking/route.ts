import { commandRoute } from '@/lib/http/route';
import { mailLink } from '@/lib/reports/commands/mail-link';

/** Mails a new link when reference and address belong together; the answer is 204 in either case. */
export const POST = commandRoute(mailLink);
