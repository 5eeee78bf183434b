import type { StoredEvent } from '@/lib/platform/events';
import {
  datasetArchived,
  datasetCreated,
  datasetEdited,
  datasetWeaknessFound,
  datasetWeaknessSettled,
  snapshotLookedAt,
  snapshotReported,
} from './events';

const looked = {
  RIGHT: 'Snapshot found in its store with the right checksum',
  GONE: 'Snapshot gone from its store',
  DAMAGED: 'Snapshot damaged: its checksum is another',
} as const;

/** One sentence for the audit; null for events of other nouns. */
export function describeDatasetEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  if (datasetCreated.read(event)) return 'Dataset added';
  const edited = datasetEdited.read(event);
  if (edited)
    return edited.changed.length > 0 ? `Dataset changed: ${edited.changed.join(', ')}` : 'Dataset saved';
  const archived = datasetArchived.read(event);
  if (archived) return archived.archived ? 'Dataset archived' : 'Dataset brought back';
  if (snapshotReported.read(event)) return 'Snapshot reported';
  const result = snapshotLookedAt.read(event)?.result;
  if (result) return looked[result];
  if (datasetWeaknessFound.read(event)) return 'Weakness found in how a dataset is kept';
  if (datasetWeaknessSettled.read(event)) return 'Weakness in how a dataset is kept is gone';
  return null;
}
