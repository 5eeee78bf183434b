import type { Rows } from '@/lib/platform/route';
import { changeSettings } from '@/lib/settings/commands/change';
import { changeClocks } from '@/lib/settings/commands/change-clocks';
import { listSettingsVersions, readSettings } from '@/lib/settings/queries/read';

export const settingsRoutes = {
  'GET /settings': readSettings,
  'PATCH /settings': changeSettings,
  'PATCH /settings/clocks': changeClocks,
  'GET /settings/versions': listSettingsVersions,
} satisfies Rows;
