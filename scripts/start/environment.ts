import type { Settings } from '@/lib/platform/process/environment';
import type { OpenDatabase } from './database';
import type { Installation } from './installation';

/** What the processes of an installation get: the settings, completed by what the launcher has decided. */
export function completeEnvironment(
  settings: Settings,
  installation: Installation,
  database: OpenDatabase,
): Record<string, string> {
  return {
    PORT: String(settings.port),
    HOST: settings.host,
    STANDBY_URL: settings.url,
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    // Only the launcher migrates, so nobody else knows the owner.
    STANDBY_OWNER_DATABASE_URL: '',
    STANDBY_DATA_DIR: installation.dataDir,
    STANDBY_SECRET: installation.secret,
    STANDBY_DEMO: installation.demo ? '1' : '0',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
