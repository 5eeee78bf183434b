import type { Visibility } from '@/lib/services/schema';
import type { Audience } from '@/lib/updates/schema';

/** The audiences that an incident can be told to, the widest first. */
export function audiencesFor(visibility: Visibility): Audience[] {
  return visibility === 'PUBLIC' ? ['PUBLIC', 'REPORTERS', 'INTERNAL'] : ['REPORTERS', 'INTERNAL'];
}

/** Whether an update speaks to those to whom the next one was promised: users, or the team of an internal incident. */
export function keepsPromise(audience: Audience, visibility: Visibility): boolean {
  return audience === 'PUBLIC' || visibility === 'INTERNAL';
}
