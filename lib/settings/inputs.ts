import { z } from 'zod';
import { type Settings, settingsSchema } from './schema';

export const settingsSectionSchema = settingsSchema.keyof();
export type SettingsSection = z.infer<typeof settingsSectionSchema>;
export const settingsSectionLabel: Record<SettingsSection, string> = {
  organisation: 'organisation',
  officeHours: 'office hours',
  targets: 'targets',
  atRisk: 'at risk',
  links: 'links',
  mail: 'mail',
  drills: 'drills',
  outgoing: 'outgoing calls',
};

const change = {
  /** The version that the page showed: somebody else's change in between is told, never overwritten. */
  version: z.coerce.number().int().positive(),
  reason: z
    .string({ error: 'Say why, in a few words.' })
    .trim()
    .min(3, 'Say why, in a few words.')
    .max(300, 'Use at most 300 characters.'),
};
const { organisation, officeHours, targets, atRisk, links, mail, drills, outgoing } = settingsSchema.shape;

/**
 * What an admin looks after. A section that is given is given whole. Unwrapped of its defaults, because a section that
 * is left out stays as it is.
 */
export const changeSettingsInput = z.object({
  ...change,
  organisation: organisation.unwrap().optional(),
  links: links.unwrap().optional(),
  mail: mail.unwrap().optional(),
  outgoing: outgoing.unwrap().optional(),
});

/** What a manager promises to the users. */
export const changeClocksInput = z.object({
  ...change,
  targets: targets.unwrap().optional(),
  officeHours: officeHours.unwrap().optional(),
  atRisk: atRisk.unwrap().optional(),
  drills: drills.unwrap().optional(),
});

export interface SettingsView {
  version: number;
  inForceSince: string;
  reason: string;
  /** Null for the defaults that Standby began with. */
  by: string | null;
  settings: Settings;
}

export interface SettingsVersionView {
  version: number;
  inForceSince: string;
  reason: string;
  by: string | null;
}
