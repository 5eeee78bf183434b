import { z } from 'zod';

/** The years that people speak of here: what lies outside is a slip of the pen, and the database cannot hold all of it. */
const [first, last] = [2000, 2100];
const isSpokenOf = (text: string): boolean => {
  const year = new Date(text).getUTCFullYear();
  return year >= first && year < last;
};
const outside = `Give a time between the years ${first} and ${last}.`;

/** An instant of somebody's input, as text with its offset. */
export function instantInput(error = 'Give a time such as 2026-06-09T14:30:00Z.') {
  return z.iso.datetime({ offset: true, error, abort: true }).refine(isSpokenOf, outside);
}

/** A clock that is ahead of ours, or something that took a while to be sent. */
const toleranceMs = 5 * 60_000;
const longAgoMs = 10 * 366 * 24 * 3_600_000;
const notPast = 'Give a time of the last ten years that is not ahead of now.';

/** When something began or was made: it lies behind us, and not before anybody here can remember. */
export function pastInput(error?: string) {
  return instantInput(error).refine((text) => {
    const age = Date.now() - Date.parse(text);
    return age >= -toleranceMs && age <= longAgoMs;
  }, notPast);
}

const farAheadMs = 2 * 366 * 24 * 3_600_000;
const notSoon = 'Give a time of the next two years.';

/** When something is meant to begin or to end: what lies further ahead is a slip of the pen. */
export function plannedInput(error?: string) {
  return instantInput(error).refine((text) => Date.parse(text) - Date.now() <= farAheadMs, notSoon);
}

/** A day of somebody's input, `2026-06-09`. */
export function dayInput(error: string) {
  return z.iso.date({ error, abort: true }).refine(isSpokenOf, outside);
}
