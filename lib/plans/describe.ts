import type { StoredEvent } from '@/lib/platform/events';
import {
  planArchived,
  planCreated,
  planDraftDiscarded,
  planDrafted,
  planPublished,
  planRenamed,
} from './events';
import { planKindWord } from './schema';

/** One sentence for the audit log; null for events of other nouns. */
export function describePlanEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  const created = planCreated.read(event);
  if (created) return `Recovery plan begun: ${planKindWord[created.kind].toLowerCase()}`;
  if (planRenamed.read(event)) return 'Recovery plan renamed';
  const drafted = planDrafted.read(event);
  if (drafted) return `Draft of a recovery plan saved, ${drafted.steps} steps`;
  if (planDraftDiscarded.read(event)) return 'Draft of a recovery plan discarded';
  const published = planPublished.read(event);
  if (published) return `Recovery plan published as version ${published.number}, ${published.steps} steps`;
  const archived = planArchived.read(event);
  if (archived) return archived.archived ? 'Recovery plan archived' : 'Recovery plan brought back';
  return null;
}
