import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { instantInput } from '@/lib/platform/input/instant';
import { parseInput } from '@/lib/platform/input/parse-input';

/** Where a page ended, as a text that means nothing to whoever asks for the next one. */
export function cursorOf(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws AppError `invalid` for what was not given out for such a list */
export function readCursor<S extends z.ZodType>(place: S, cursor: string | undefined): z.output<S> | null {
  if (!cursor) return null;
  try {
    return parseInput(place, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid', 'This page of the list is not known any more. Begin with the first one.');
  }
}

/** One page out of as many rows as its limit and one more; `next` asks for the following page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => object) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last ? cursorOf(placeOf(last)) : null };
}

interface Made {
  createdAt: Date;
  id: string;
}

const placeSchema = z.object({ at: instantInput(), id: z.uuid() });

function byCreation<Direction extends 'asc' | 'desc'>(direction: Direction, past: 'lt' | 'gt') {
  return {
    orderBy: [{ createdAt: direction }, { id: direction }],
    /** A condition on rows: after the page that gave out the cursor. */
    after(cursor: string | undefined) {
      const place = readCursor(placeSchema, cursor);
      if (!place) return {};
      const createdAt = new Date(place.at);
      return { OR: [{ createdAt: { [past]: createdAt } }, { createdAt, id: { [past]: place.id } }] };
    },
    page: <Row extends Made>(rows: readonly Row[], limit: number) =>
      pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id })),
  };
}

/** The orders of lists that grow: what comes meanwhile neither repeats nor hides a row of a later page. */
export const newestFirst = byCreation('desc', 'lt');
export const oldestFirst = byCreation('asc', 'gt');
