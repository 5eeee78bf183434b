import { expect, test } from 'vitest';
import { olderVersionRefusal } from './migrate';

test('a PostgreSQL before 15 is refused by name, later ones are not', () => {
  expect(olderVersionRefusal(140_012)).toBe(
    'Standby needs PostgreSQL 15 or newer; this database is version 14. Upgrade it, or start without DATABASE_URL to use the one that comes with Standby.',
  );
  expect([150_000, 160_004, 180_000].map(olderVersionRefusal)).toEqual([undefined, undefined, undefined]);
});
