import { z } from 'zod';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { settingsInForce } from '@/lib/settings/in-force';
import { settingsPolicy } from '@/lib/settings/policy';
import {
  type SettingsVersionView,
  type SettingsView,
  settingsVersionViewSchema,
  settingsViewSchema,
} from './views';

const versionSelect = {
  version: true,
  inForceSince: true,
  reason: true,
  by: { select: { name: true } },
} as const;

export const readSettings = query({
  name: 'settings.read',
  input: z.object({}),
  answer: settingsViewSchema,
  allow: permit(settingsPolicy, 'settings.read'),
  run: async ({ db }): Promise<SettingsView> => {
    const { version, settings } = await settingsInForce(db);
    const row = await db.settingsVersion.findUniqueOrThrow({ where: { version }, select: versionSelect });
    return { ...row, inForceSince: row.inForceSince.toISOString(), by: row.by?.name ?? null, settings };
  },
});

/** Newest first. */
export const listSettingsVersions = query({
  name: 'settings.versions',
  input: z.object({ before: z.coerce.number().int().positive().max(1e9).optional() }),
  answer: z.array(settingsVersionViewSchema),
  allow: permit(settingsPolicy, 'settings.read'),
  run: async ({ db, input }): Promise<SettingsVersionView[]> => {
    const rows = await db.settingsVersion.findMany({
      ...(input.before === undefined ? {} : { where: { version: { lt: input.before } } }),
      select: versionSelect,
      orderBy: { version: 'desc' },
      take: 20,
    });
    return rows.map((row) => ({
      ...row,
      inForceSince: row.inForceSince.toISOString(),
      by: row.by?.name ?? null,
    }));
  },
});
