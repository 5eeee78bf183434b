import { readOr } from '@/lib/database/health/read-or';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { currentSettings, lastSettings } from '@/lib/settings/in-force';
import type { Settings } from '@/lib/settings/schema';

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

/** What filing needs of the settings in force, looked up twice a minute; the last known while the database is away. */
export async function intakeSettings(): Promise<IntakeSettings> {
  const known = lastKnown();
  if (known && Date.now() - known.at < freshMs) return known;
  const read = async () => {
    const now = { ...intakeOf(await currentSettings()), at: Date.now() };
    lastKnown.put(now);
    return now;
  };
  return await readOr(read, () => known ?? intakeOf(lastSettings()), timeLimitMs);
}
