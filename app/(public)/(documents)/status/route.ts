import { homePath } from '@/lib/status/rules/paths';

/** An address that people guess. Relative, because only STANDBY_URL may name the host. */
export function GET(): Response {
  return new Response(null, { status: 308, headers: { location: homePath } });
}
