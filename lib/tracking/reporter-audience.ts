import { reporterActor } from '@/lib/reports/links/open-link';

/** What the page behind a tracking link may hear about while it is open. @throws AppError `not_found` */
export async function reporterAudience(
  token: string,
): Promise<{ kind: 'reporter'; reportId: string; incidentId: string | null; tokenId: string }> {
  const { reportId, incidentId, tokenId } = await reporterActor(token);
  return { kind: 'reporter', reportId, incidentId, tokenId };
}
