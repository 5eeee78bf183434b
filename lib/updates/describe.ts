import type { StoredEvent } from '@/lib/platform/events';
import { updateEdited, updatePublished } from './events';
import { type Audience, audienceSchema } from './schema';

const told: Record<Audience, string> = {
  PUBLIC: 'Public update posted',
  REPORTERS: 'Update posted to the reporters',
  INTERNAL: 'Update posted to the team',
};

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeUpdateEvent(event: Pick<StoredEvent, 'type' | 'data'>): string | null {
  const published = updatePublished.read(event);
  if (published) {
    return `${told[published.audience]}${published.kept === 'LATE' ? ', after the promised time' : ''}`;
  }
  const edited = updateEdited.read(event);
  return edited && `Update edited: revision ${edited.revision}`;
}

/** The audience of the update that an event is about, if it is about one. */
export function audienceOf(event: Pick<StoredEvent, 'data'>): Audience | null {
  return audienceSchema.safeParse(event.data.audience).data ?? null;
}
