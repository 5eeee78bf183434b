import { z } from 'zod';
import { eventType } from '@/lib/platform/events';
import { settingsSectionSchema } from './inputs';

/** A new version is in force. What changed is read from the two versions. */
export const settingsChanged = eventType('settings.changed', {
  data: z.object({ version: z.int().positive(), sections: z.array(settingsSectionSchema).min(1) }),
  subjects: () => [],
});
