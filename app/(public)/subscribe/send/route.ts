import { subscribeFromPage } from '@/lib/http/subscribe-from-page';
import { homePath } from '@/lib/status/rules/paths';

export { subscribeFromPage as POST };

/** Somebody reloads the answer, or follows its address: the form is on the status page. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: `${homePath}#get` } });
}
