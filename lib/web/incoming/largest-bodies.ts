const megabyte = 1024 * 1024;

/** The largest body that is read at a path, in bytes; routes of the API set lower limits of their own. */
const largest: [path: RegExp, bytes: number][] = [
  // A report or a reply with its pictures.
  [/^\/(report|track\/[^/]+)$/, 32 * megabyte],
  [/^\/api\//, 10 * megabyte],
];
/** What the other forms need. */
const largestForm = 256 * 1024;

/** The 413 of a body that no form and no route at this path takes. */
export function tooLarge(path: string, length: number): string | null {
  const most = largest.find(([at]) => at.test(path))?.[1] ?? largestForm;
  if (length <= most) return null;
  const words = most < megabyte ? `${most / 1024} KB` : `${most / megabyte} MB`;
  return `The request is larger than the ${words} that are read here.`;
}
