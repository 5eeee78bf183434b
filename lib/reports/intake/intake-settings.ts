import { isDatabaseAway } from '@/lib/database/database-errors';
import { isAppError } from '@/lib/platform/errors';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { logger } from '@/lib/platform/process/log';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
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
/** A report does not wait for settings: the last known ones do. */
const timeLimitMs = 1_500;
const lastKnown = oncePerProcess('intake settings', (): (IntakeSettings & { at: number }) | null => null);

function intakeOf({ organisation, links }: Settings): IntakeSettings {
  return {
    zone: organisation.zone,
    trackingHours: links.trackingDays * 24,
    confirmHours: links.confirmHours,
  };
}

const isUnavailable = (error: unknown) => isAppError(error) && error.code === 'unavailable';

/** What filing needs of the settings in force, looked up twice a minute; the last known while the database is away. */
export async function intakeSettings(): Promise<IntakeSettings> {
  const known = lastKnown();
  if (known && Date.now() - known.at < freshMs) return known;
  try {
    const settings = await withTimeLimit(timeLimitMs, currentSettings());
    const read = { ...intakeOf(settings), at: Date.now() };
    lastKnown.put(read);
    return read;
  } catch (error) {
    if (!isDatabaseAway(error) && !isUnavailable(error)) throw error;
    logger().debug('settings are not read at the moment');
    return known ?? intakeOf(defaultSettings);
  }
}
