const longest = 180;

/** A subject fit for a header: one line, without control characters. A promise at its end survives shortening. */
export function plainSubject(subject: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be in a header.
  const line = subject.replaceAll(/[\s\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim();
  if (line.length <= longest) return line;
  const promise = /\. Next update by [^.]*$/.exec(line)?.[0] ?? '';
  return `${line.slice(0, longest - promise.length - 1).trimEnd()}…${promise}`;
}
