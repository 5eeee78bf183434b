import type { StoredEvent } from '@/lib/platform/events';
import { serviceArchived, serviceCreated, serviceEdited } from './events';

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeServiceEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  if (serviceCreated.read(event)) return 'Service added to the catalogue';
  const edited = serviceEdited.read(event);
  if (edited)
    return edited.changed.length > 0
      ? `Service changed: ${edited.changed.join(', ')}`
      : 'Service saved unchanged';
  const archived = serviceArchived.read(event);
  if (archived) return archived.archived ? 'Service archived' : 'Service brought back';
  return null;
}
