/** A text without the signs of one kind at its end; a pattern would look at each run of them from every sign of it. */
export function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end -= 1;
  return text.slice(0, end);
}
