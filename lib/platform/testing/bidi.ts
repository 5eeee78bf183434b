/**
 * Whether all directions that a line begins have ended at its end, and nothing outside of an isolate turns one: what
 * somebody wrote then moves nothing of what stands around it (UAX #9).
 */
export function keepsItsDirection(line: string): boolean {
  let depth = 0;
  for (const sign of line) {
    if (/[\u2066-\u2068]/.test(sign)) depth += 1;
    else if (sign === '\u2069') depth -= 1;
    else if (depth === 0 && /[\u0590-\u08FF\u202A-\u202E]/.test(sign)) return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}
