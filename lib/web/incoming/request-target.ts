/** One spelling for one address: what caches, rules and routes compare must be what they see. */
export type Target = { path: string; query: string } | { refused: string };

const longest = 8_192;

// Encoded dots, slashes, backslashes and control characters, whatever their letter case.
const hidden = /%(2e|2f|5c|[01][0-9a-f]|7f)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what an address must not hold.
const strange = /[\\\u0000-\u0020\u007f]/;
const dots = /(^|\/)\.{1,2}(\/|$)/;
const badEscape = /%(?![0-9a-f]{2})/i;

/** Whether what is encoded is text in UTF-8, as everybody behind this takes it to be. */
function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Splits the target of a request, or says why it is refused. */
export function requestTarget(url: string | undefined): Target {
  if (!url?.startsWith('/')) return { refused: 'The address must begin with a slash.' };
  if (url.length > longest) return { refused: `The address is longer than ${longest} characters.` };
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  if (path.includes('//')) return { refused: 'The address has two slashes in a row.' };
  if (hidden.test(path) || badEscape.test(path))
    return { refused: 'The address has an encoding that is not needed.' };
  if (path.includes('%') && !isText(path))
    return { refused: 'The address has an encoding that is no text in UTF-8.' };
  if (strange.test(path) || dots.test(path)) return { refused: 'The address is not in its plain form.' };
  return { path, query };
}
