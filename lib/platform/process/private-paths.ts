/** Behind what a path has a token, as a page or in the API: whoever reads on from here has the link. */
export const privatePaths = [
  '/api/v1/automation/call-backs',
  '/api/v1/tracking',
  '/invitation',
  '/not-me',
  '/password',
  '/report/confirm',
  '/subscriptions',
  '/track',
] as const;

/** A character that needs no encoding and was encoded all the same, be it several times. */
const encoded = /%(?:25)*([2-7][0-9a-f])/gi;
const needsNone = /[A-Za-z0-9_.~/-]/;

/** Names of files stand behind the name of a page as well, in what an error says of where it was thrown. */
const behindPage = new RegExp(`(${privatePaths.join('|')})/(?!\\[)[^\\s"\\\\]+`, 'gi');

/** The secret part of a private link anywhere else; see link-token. */
const token = /(?<![\w-])[\w-]{54}(?![\w-])/g;

function plain(text: string): string {
  return text.replaceAll(encoded, (whole, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return needsNone.test(character) ? character : whole;
  });
}

/** A text, such as a line of the log, with the names of private pages and nothing of what stands behind them. */
export function withoutLinks(text: string): string {
  return plain(text).replaceAll(behindPage, '$1/…').replaceAll(token, '…');
}
