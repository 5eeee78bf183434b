import { writeApi } from '@/components/api/call-api';
import type { SettingsView } from '@/lib/settings/queries/views';
import type { Settings } from '@/lib/settings/schema';

interface Change {
  version: number;
  reason: string;
}

export function saveSettings(
  change: Change & Partial<Pick<Settings, 'organisation' | 'links' | 'mail' | 'outgoing'>>,
  key: string,
) {
  return writeApi<SettingsView>('PATCH', '/api/v1/settings', change, key);
}

export function saveClocks(
  change: Change & Partial<Pick<Settings, 'targets' | 'officeHours' | 'atRisk'>>,
  key: string,
) {
  return writeApi<SettingsView>('PATCH', '/api/v1/settings/clocks', change, key);
}
