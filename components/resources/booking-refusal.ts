import type { ApiProblem } from '@/components/api/call-api';
import type { BookingRefusal } from '@/lib/resources/queries/views';

/** The nouns whose pages show bookings. */
export const bookingTouches = ['allocation', 'resource', 'incident', 'home'] as const;

/** What a refused double booking says of the clash, or null of any other refusal. */
export function bookingRefusal(problem: ApiProblem | null): BookingRefusal | null {
  const details = problem?.problem.details;
  return details && 'clash' in details && 'freeAt' in details ? (details as unknown as BookingRefusal) : null;
}
