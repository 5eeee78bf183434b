import type { Names } from '@/lib/incidents/describe';
import type { StoredEvent } from '@/lib/platform/events';
import {
  monitorArchived,
  monitorCreated,
  monitorDown,
  monitorEdited,
  monitorPaused,
  monitorUp,
} from './events';

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeMonitorEvent(event: Pick<StoredEvent, 'type' | 'data'>, names: Names): string | null {
  const named = (id: string): string => {
    const name = names.monitor?.(id);
    return name ? `Monitor “${name}”` : 'A monitor';
  };
  const created = monitorCreated.read(event);
  if (created) return `${named(created.monitorId)} added, every ${created.intervalSeconds} s`;
  const edited = monitorEdited.read(event);
  if (edited) return `${named(edited.monitorId)} changed`;
  const paused = monitorPaused.read(event);
  if (paused) return `${named(paused.monitorId)} ${paused.paused ? 'paused' : 'goes on'}`;
  const archived = monitorArchived.read(event);
  if (archived) return `${named(archived.monitorId)} archived`;
  const down = monitorDown.read(event);
  if (down)
    return `${named(down.monitorId)} is down: it failed ${down.failures === 1 ? 'once' : `${down.failures} times in a row`}`;
  const up = monitorUp.read(event);
  return up ? `${named(up.monitorId)} is up again` : null;
}
