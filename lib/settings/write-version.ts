import type { z } from 'zod';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import type { RunArguments } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { versionRaised } from '@/lib/platform/events/raised-versions';
import { edited } from '@/lib/platform/input/edits';
import { parseInput } from '@/lib/platform/input/parse-input';
import type { SettingsView } from '@/lib/settings/queries/views';
import { settingsChanged, settingsId } from './events';
import { settingsChecksum } from './in-force';
import {
  type changeClocksInput,
  type changeSettingsInput,
  type Settings,
  type SettingsSection,
  settingsSchema,
  settingsSectionSchema,
} from './schema';
import type { SettingsSubject } from './subject';

type Patch = z.output<typeof changeSettingsInput> | z.output<typeof changeClocksInput>;
type Arguments = Pick<RunArguments<SettingsSubject, unknown>, 'tx' | 'subject' | 'ctx' | 'now' | 'record'>;

/** What is in force, with what is said of each section; `atRisk` is a number and not a section with fields. */
function withPatch(stored: Settings, { atRisk = stored.atRisk, ...sections }: Record<string, unknown>) {
  const given = Object.entries(sections).map(([name, section]) => [
    name,
    edited(stored[name as SettingsSection] as object, section ?? {}),
  ]);
  return { ...stored, ...Object.fromEntries(given), atRisk };
}

/** Writes the next version with the sections that differ. @throws AppError `precondition` when nothing does */
export async function writeVersion(
  { tx, subject, ctx, now, record }: Arguments,
  { version: _, reason, ...patch }: Patch,
): Promise<SettingsView> {
  const settings = parseInput(settingsSchema, withPatch(subject.settings, patch));
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
  versionRaised(tx, { kind: 'settings', id: settingsId, version: row.version });
  record(settingsChanged({ version: row.version, sections }));
  return { ...row, inForceSince: row.inForceSince.toISOString(), by: row.by?.name ?? null, settings };
}
