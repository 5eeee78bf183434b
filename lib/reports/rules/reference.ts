/**
 * Easy to say and to copy by hand: no 0 or O, 1, I or L, 2 or Z, 5 or S, 8 or B, U or V; no vowel, so that it spells
 * no word; no R, which is its start. 20 signs to the power of 6 are 64 million, and a reference alone opens no report.
 */
const alphabet = '34679CDFGHJKMNPQTWXY';
const length = 6;

/**
 * Made without the database, so that a report kept during its outage has one at once.
 * @param random bytes that nobody outside can know; asked again until there are enough
 */
export function newReportReference(
  random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count)),
): string {
  let signs = '';
  while (signs.length < length) {
    for (const byte of random(length * 2)) {
      // Bytes past the last whole round of the alphabet would make its first signs likelier.
      const fair = byte < 256 - (256 % alphabet.length);
      if (fair && signs.length < length) signs += alphabet[byte % alphabet.length];
    }
  }
  return `R-${signs}`;
}

const pattern = new RegExp(`^R[${alphabet}]{${length}}$`);

/** Reads what a person typed: lower case, spaces, without the dash. Null when it is no reference. */
export function parseReportReference(text: string): string | null {
  const signs = text
    .slice(0, 40)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const whole = signs.length === length ? `R${signs}` : signs;
  return pattern.test(whole) ? `R-${whole.slice(1)}` : null;
}
