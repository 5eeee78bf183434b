import { z } from 'zod';
import { eventType } from '@/lib/platform/events/event-type';
import { settingsSectionLabel, settingsSectionSchema } from './schema';

/** A new version is in force. What changed is read from the two versions. */
export const settingsChanged = eventType('settings.changed', {
  data: { version: z.int().positive(), sections: z.array(settingsSectionSchema).min(1) },
  subjects: [],
  says: ({ version, sections }) =>
    `Settings version ${version} saved: ${sections.map((section) => settingsSectionLabel[section]).join(', ')}`,
});
