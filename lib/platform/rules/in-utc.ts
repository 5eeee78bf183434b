/** “2026-06-09 13:10 UTC”: an instant for a reader whose zone is not known. */
export function inUtc(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
