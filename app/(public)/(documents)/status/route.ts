import { homePath } from '@/lib/status/paths';

/** An address that people guess. Relative, because only STANDBY_URL may name the host. */
export function GET(): Response {
  return new Response(null, { status: 308, headers: { location: homePath } });
}
