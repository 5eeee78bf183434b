import { z } from 'zod';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { settingsSectionLabel, settingsSectionSchema } from './schema';

/** There is one of them, so its id is said here: events and refusals are about rows with an id. */
export const settingsId = '00000000-0000-7000-8000-000000000001';

/** A new version is in force. What changed is read from the two versions. */
export const settingsChanged = eventType('settings.changed', {
  data: {
    settingsId: ref('settings').default(settingsId),
    version: z.int().positive(),
    sections: z.array(settingsSectionSchema).min(1),
  },
  subjects: ['settingsId'],
  says: ({ version, sections }) =>
    `Settings version ${version} saved: ${sections.map((section) => settingsSectionLabel[section]).join(', ')}`,
});
