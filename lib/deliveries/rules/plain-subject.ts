import { shortened } from '@/lib/platform/rules/graphemes';
import { balanced } from '@/lib/platform/rules/isolate';

const longest = 180;

/** A subject fit for a header: one line, without control characters. A promise at its end survives shortening. */
export function plainSubject(subject: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be in a header.
  const line = subject.replaceAll(/[\s\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim();
  const promise = /\. Next update by [^.]*$/.exec(line)?.[0] ?? '';
  const about = line.slice(0, line.length - promise.length);
  return `${balanced(shortened(about, longest - promise.length))}${promise}`;
}
