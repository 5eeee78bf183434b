import type { Audience } from '@/lib/live/topics';
import { reporterActor } from '@/lib/reports/open-link';

/** What the page behind a tracking link may hear about while it is open. @throws AppError `not_found` */
export async function reporterAudience(token: string): Promise<Extract<Audience, { kind: 'reporter' }>> {
  const { reportId, incidentId } = await reporterActor(token);
  return { kind: 'reporter', reportId, incidentId };
}
