import { isDatabaseAway } from '@/lib/platform/database-errors';
import { logger } from '@/lib/platform/log';
import { currentSettings } from '@/lib/settings/in-force';
import { defaultSettings, type Settings } from '@/lib/settings/schema';

export interface IntakeSettings {
  /** IANA zone of the organisation, for reporters whose zone is not known. */
  zone: string;
  /** How long private links work. */
  trackingHours: number;
  confirmHours: number;
}

const freshMs = 30_000;
const holder = globalThis as unknown as { standbyIntakeSettings?: IntakeSettings & { at: number } };

function intakeOf({ organisation, links }: Settings): IntakeSettings {
  return {
    zone: organisation.zone,
    trackingHours: links.trackingDays * 24,
    confirmHours: links.confirmHours,
  };
}

/** What filing needs of the settings in force, looked up twice a minute; the last known while the database is away. */
export async function intakeSettings(): Promise<IntakeSettings> {
  const known = holder.standbyIntakeSettings;
  if (known && Date.now() - known.at < freshMs) return known;
  try {
    const read = { ...intakeOf(await currentSettings()), at: Date.now() };
    holder.standbyIntakeSettings = read;
    return read;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    logger().debug('settings are not read at the moment');
    return known ?? intakeOf(defaultSettings);
  }
}
