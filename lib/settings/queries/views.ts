import { z } from 'zod';
import { view } from '@/lib/platform/answers/view';
import { settingsSchema } from '@/lib/settings/schema';

export const settingsViewSchema = view('SettingsView', {
  version: z.int(),
  inForceSince: z.string(),
  reason: z.string(),
  /** Null for the defaults that Standby began with. */
  by: z.string().nullable(),
  settings: settingsSchema,
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

export const settingsVersionViewSchema = view('SettingsVersionView', {
  version: z.int(),
  inForceSince: z.string(),
  reason: z.string(),
  by: z.string().nullable(),
});
export type SettingsVersionView = z.infer<typeof settingsVersionViewSchema>;
