import type { StoredEvent } from '@/lib/platform/events';
import { settingsChanged } from './events';
import { settingsSectionLabel } from './inputs';

/** One sentence for the audit; null for events of other nouns. */
export function describeSettingsEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  const data = settingsChanged.read(event);
  if (!data) return null;
  const sections = data.sections.map((section) => settingsSectionLabel[section]).join(', ');
  return `Settings version ${data.version} saved: ${sections}`;
}
