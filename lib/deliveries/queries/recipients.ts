import { z } from 'zod';
import { incidentFacts } from '@/lib/deliveries/mails/facts/incident';
import { countRecipients } from '@/lib/deliveries/mails/facts/recipients';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { updatePolicy } from '@/lib/updates/policy';
import { type RecipientsView, recipientsViewSchema } from '@/lib/updates/queries/views';

/** How many an update to everyone would reach by mail now; an update to the reporters reaches those alone. */
export const updateRecipients = query({
  name: 'update.recipients',
  input: z.object({ ref: incidentRefSchema }),
  answer: recipientsViewSchema,
  load: (db, { ref }) => incidents.read(db, ref, { id: true }),
  allow: permit(updatePolicy, 'update.preview'),
  run: async ({ db, subject, ctx }): Promise<RecipientsView> => {
    const incident = await incidentFacts(db, subject.id);
    if (!incident) return { reporters: 0, subscribers: 0 };
    return await countRecipients(db, incident, ctx.now ?? new Date());
  },
});
