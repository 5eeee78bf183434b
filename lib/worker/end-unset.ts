import { endConcern } from '@/lib/platform/process/concerns';
import type { Settings } from '@/lib/platform/process/environment';

/** What was wrong at the other end of a setting concerns nobody any more once the setting is taken away. */
export async function endUnset({
  auditReceiver,
  smtpUrl,
}: Pick<Settings, 'auditReceiver' | 'smtpUrl'>): Promise<void> {
  if (!auditReceiver) await endConcern('audit webhook');
  if (!smtpUrl) await endConcern('mail certificate');
}
