/** What a field was called in the version before: drafts, queues, spools and callers may still send it as that. */
const formerNames: Record<string, string> = { where: 'affectedWhere' };

/** The fields of a report under the names that they have now; what is no object is left as it is. */
export function underNewNames<T>(fields: T): T {
  if (typeof fields !== 'object' || fields === null) return fields;
  const entries = Object.entries(fields).map(([name, value]) => [formerNames[name] ?? name, value]);
  return Object.fromEntries(entries) as T;
}
