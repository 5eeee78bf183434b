import { isUnread } from '@/lib/database/database-errors';
import { db, isCommitted, type Tx } from '@/lib/database/db';
import { canonicalJson, sha256 } from '@/lib/platform/audit/canonical-json';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { defaultSettings, type Settings, settingsSchema } from './schema';

export interface SettingsInForce {
  version: number;
  settings: Settings;
}

const lastKnown = oncePerProcess('settings in force', (): SettingsInForce | null => null);

export function settingsChecksum(settings: Settings): Uint8Array<ArrayBuffer> {
  return sha256(canonicalJson(settings));
}

/** Version 1, which every installation begins with, so that an incident always has a version to point to. */
async function beginWithDefaults(tx: Tx): Promise<void> {
  const value = JSON.stringify(defaultSettings);
  await tx.$executeRaw`
    insert into settings_version (version, value, checksum, reason)
    values (1, ${value}::jsonb, ${settingsChecksum(defaultSettings)}, 'The defaults that Standby begins with')
    on conflict (version) do nothing`;
}

async function newestVersion(tx: Tx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ version: number | null }[]>`
    select max(version) as version from settings_version`;
  return row?.version ?? null;
}

async function readNewest(tx: Tx): Promise<SettingsInForce> {
  let version = await newestVersion(tx);
  if (version === null) {
    await beginWithDefaults(tx);
    version = (await newestVersion(tx)) ?? 1;
  }
  const known = lastKnown();
  if (known?.version === version) return known;
  const row = await tx.settingsVersion.findUniqueOrThrow({ where: { version } });
  const read = { version, settings: settingsSchema.parse(row.value) };
  // Inside a transaction this may be a version that never gets committed.
  if (isCommitted(tx)) lastKnown.put(read);
  return read;
}

/**
 * The settings in force and their version, which an incident keeps. Only the version is asked for each time; the value
 * is read when it changed. While the database is away, the last known ones.
 */
export async function settingsInForce(tx: Tx = db()): Promise<SettingsInForce> {
  try {
    return await readNewest(tx);
  } catch (error) {
    const known = lastKnown();
    if (known && isUnread(error)) return known;
    throw error;
  }
}

export async function currentSettings(tx: Tx = db()): Promise<Settings> {
  return (await settingsInForce(tx)).settings;
}

/** Those that were read last; for what is shown without the database. */
export function lastSettings(): Settings {
  return lastKnown()?.settings ?? defaultSettings;
}
