import { z } from 'zod';
import { eventId, eventInstant, eventType } from '@/lib/platform/events';
import { audienceSchema } from './schema';

const data = z.object({
  updateId: eventId,
  revision: z.int().positive(),
  audience: audienceSchema,
  incidentId: eventId.nullable(),
  maintenanceId: eventId.nullable(),
});

function subjects(of: z.infer<typeof data>) {
  const list = [{ kind: 'update', id: of.updateId }];
  if (of.incidentId) list.push({ kind: 'incident', id: of.incidentId });
  if (of.maintenanceId) list.push({ kind: 'maintenance', id: of.maintenanceId });
  return list;
}

/** `kept`: what it did to the promise that was open. */
export const updatePublished = eventType('update.published', {
  data: data.extend({
    nextUpdateAt: eventInstant.nullable(),
    kept: z.enum(['IN_TIME', 'LATE']).nullable(),
  }),
  subjects,
});

export const updateEdited = eventType('update.edited', { data, subjects });
