const dayMs = 86_400_000;

/** How many days a key is good for: unless something else is chosen, and at most. */
export const keyDays = { unlessChosen: 365, most: 731 } as const;

/** How long before its end people are told, in days. */
export const keyWarningDays = 14;

/** The instant that so many days lie ahead of another. */
export function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMs);
}

/** A key is good through the whole of its last day, in UTC. */
export function endOfDay(day: string): Date {
  return daysAfter(new Date(`${day}T00:00:00Z`), 1);
}

type KeyStand = 'revoked' | 'ended' | 'ending' | 'good';

/** How a key stands at an instant. */
export function keyStand(key: { expiresAt: string; revokedAt: string | null }, now: Date): KeyStand {
  if (key.revokedAt) return 'revoked';
  const end = Date.parse(key.expiresAt);
  if (end <= now.getTime()) return 'ended';
  return end <= daysAfter(now, keyWarningDays).getTime() ? 'ending' : 'good';
}
