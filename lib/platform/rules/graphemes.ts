const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person counts as one character is at most so many UTF-16 units, so that no limit can be stretched by marks. */
const longestUnits = 16;

/** Whether a text has at most so many characters, as people count them: a flag, or a letter with its marks, is one. */
export function fitsIn(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > most * longestUnits) return false;
  let count = 0;
  for (const _ of segmenter.segment(text)) {
    count += 1;
    if (count > most) return false;
  }
  return true;
}

/** Beyond this nobody asks for the exact number, and counting it takes half a second for a megabyte. */
const countedUnits = 50_000;

/** How many characters a text has, as people count them; of a very long one, how many UTF-16 units. */
export function characters(text: string): number {
  if (text.length > countedUnits) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** The beginning of a text, never with a half of a character at its end. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  let [count, end] = [0, 0];
  for (const { index, segment } of segmenter.segment(text)) {
    if (count === most || index + segment.length > most * longestUnits) break;
    count += 1;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** A text of at most so many characters: a longer one ends with “…”. */
export function shortened(text: string, most: number): string {
  return fitsIn(text, most) ? text : `${beginning(text, most - 1).trimEnd()}…`;
}
