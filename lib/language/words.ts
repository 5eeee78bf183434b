/** Which word goes with a count: "case" with 1, otherwise "cases", or what is given for many. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** "1 case", "312 cases" */
export function counted(count: number, one: string, many?: string): string {
  return `${count} ${plural(count, one, many)}`;
}

/** "A", "A and B", "A, B and C" */
export function listed(parts: readonly string[], before = 'and'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${before} ${last}`;
}

/** With a capital, as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As it stands inside a sentence: “Short name” is “short name”, “RTO” stays. */
function uncapital(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** “Service changed: owner and RTO”, by the labels of its fields. */
export function changedWords(
  what: string,
  fields: readonly string[],
  labels: Readonly<Record<string, string>>,
): string {
  if (fields.length === 0) return `${what} saved unchanged`;
  return `${what} changed: ${listed(fields.map((field) => uncapital(labels[field] ?? 'another field')))}`;
}
