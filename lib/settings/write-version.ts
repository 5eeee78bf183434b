import type { Tx } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import type { RunArguments } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import type { SettingsView } from '@/lib/settings/queries/views';
import { settingsChanged } from './events';
import { settingsChecksum, settingsInForce } from './in-force';
import { type Settings, type SettingsSection, settingsSchema, settingsSectionSchema } from './schema';

export interface VersionSubject {
  version: number;
  settings: Settings;
}

/** The settings in force, with every other change waiting until this one is done. */
export async function lockSettings(tx: Tx): Promise<VersionSubject> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('settings', 0))`;
  return await settingsInForce(tx);
}

async function refuseLateChange(tx: Tx, seen: number, version: number): Promise<never> {
  const row = await tx.settingsVersion.findUnique({
    where: { version },
    select: { reason: true, by: { select: { name: true } } },
  });
  const author = row?.by?.name ?? 'Somebody';
  throw new AppError(
    'conflict',
    `${author} saved version ${version} (“${row?.reason}”) after you opened version ${seen}. Look at it, then change it again.`,
    { details: { version, seen } },
  );
}

type Patch = { readonly [S in SettingsSection]?: Settings[S] | undefined };
type Arguments = Pick<RunArguments<VersionSubject, unknown>, 'tx' | 'subject' | 'ctx' | 'now' | 'record'>;

/**
 * Writes the next version with the sections that differ. @throws AppError `conflict` when the page was older,
 * `precondition` when nothing differs
 */
export async function writeVersion(
  { tx, subject, ctx, now, record }: Arguments,
  { version: seen, reason, ...patch }: Patch & { version: number; reason: string },
): Promise<SettingsView> {
  if (seen !== subject.version) await refuseLateChange(tx, seen, subject.version);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const settings = settingsSchema.parse({ ...subject.settings, ...given });
  const sections = settingsSectionSchema.options.filter(
    (section) => canonicalJson(settings[section]) !== canonicalJson(subject.settings[section]),
  );
  if (sections.length === 0)
    throw new AppError('precondition', 'Nothing is different from what is in force.');
  const row = await tx.settingsVersion.create({
    data: {
      version: subject.version + 1,
      value: settings,
      checksum: settingsChecksum(settings),
      reason,
      byId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
      inForceSince: now,
    },
    select: { version: true, inForceSince: true, reason: true, by: { select: { name: true } } },
  });
  record(settingsChanged({ version: row.version, sections }));
  return { ...row, inForceSince: row.inForceSince.toISOString(), by: row.by?.name ?? null, settings };
}
