import type { StoredEvent } from '@/lib/platform/events';
import { endpointArchived, endpointCreated, endpointEdited, endpointSecretRotated } from './events';

/** One sentence for the audit log; null for events of other nouns. */
export function describeAutomationEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  const created = endpointCreated.read(event);
  if (created) return `Automation endpoint added, for ${created.mode === 'LIVE' ? 'live runs' : 'drills'}`;
  const edited = endpointEdited.read(event);
  if (edited)
    return edited.moved ? 'Address of an automation endpoint changed' : 'Automation endpoint changed';
  if (endpointSecretRotated.read(event)) return 'New secret for an automation endpoint';
  const archived = endpointArchived.read(event);
  if (archived) return `Automation endpoint ${archived.archived ? 'archived' : 'brought back'}`;
  return null;
}
