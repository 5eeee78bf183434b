import { beginning } from '@/lib/platform/rules/graphemes';

/** What two reports are compared by. */
export interface Comparable {
  readonly id: string;
  readonly text: string;
  readonly serviceId: string | null;
  /** Since when, or when it was received. */
  readonly at: Date;
}

export interface Likeness {
  readonly id: string;
  /** From 0 to 1; shown in percent. */
  readonly score: number;
}

// Only the first part is compared: a text of a megabyte says no more, and costs its length for every other report.
const compared = 2000;
const stopWords = new Set(
  'a an and are as at be been but by can cannot could do does for from get gets had has have he i if in into is it its just me my no not now of on or our she since so some that the their them then there they this to up us was we were when which with would you your'.split(
    ' ',
  ),
);

/** The words that carry meaning: lower case, without accents, apostrophes and fillers. */
export function meaningfulWords(text: string): string[] {
  const plain = beginning(text, compared)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word));
}

function trigrams(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** Dice's coefficient of the three-letter parts of two texts: how alike they are, from 0 to 1. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const part of a) if (b.has(part)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

const twelveHours = 12 * 3_600_000;

function sameService(a: Comparable, b: Comparable): number {
  if (a.serviceId === null || b.serviceId === null) return 0.5;
  return a.serviceId === b.serviceId ? 1 : 0;
}

/**
 * Words count for 65 %, the service for 25 %, nearness in time for 10 %, halved every twelve hours.
 * Without a common word the others cannot reach the threshold.
 */
function likeness(a: Comparable, parts: ReadonlySet<string>, b: Comparable): number {
  const near = 0.5 ** (Math.abs(a.at.getTime() - b.at.getTime()) / twelveHours);
  const words = dice(parts, trigrams(meaningfulWords(b.text)));
  return 0.65 * words + 0.25 * sameService(a, b) + 0.1 * near;
}

export const likenessThreshold = 0.45;

/** The reports that are like this one, most alike first. */
export function similarReports(report: Comparable, others: readonly Comparable[], limit = 5): Likeness[] {
  const parts = trigrams(meaningfulWords(report.text));
  return others
    .filter((other) => other.id !== report.id)
    .map((other) => ({ id: other.id, score: likeness(report, parts, other) }))
    .filter(({ score }) => score >= likenessThreshold)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
