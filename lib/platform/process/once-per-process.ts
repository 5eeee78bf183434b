/** What a process has one of: made when it is first asked for. */
export interface OncePerProcess<T> {
  (): T;
  /** Takes its place from now on. */
  put(value: T): void;
  /** The next one who asks gets a new one. @returns what there was until now */
  forget(): T | undefined;
}

const key = Symbol.for('standby');
const shared = globalThis as unknown as { [key]?: Map<string, unknown> };
shared[key] ??= new Map();
const held = shared[key];

/** For tests that share a process: forgets all but what the modules have said of themselves when they were loaded. */
export function forgetAllBut(names: readonly string[]): void {
  for (const name of held.keys()) if (!names.includes(name)) held.delete(name);
}

/**
 * One of a thing in the whole process, by its name. Bundled code and code run by the loader are two instances of every
 * module: what they have to share lives here, and nothing is imported, because the first answer after a start waits
 * for nothing.
 */
export function oncePerProcess<T>(name: string, make: () => T): OncePerProcess<T> {
  const get = (): T => {
    if (!held.has(name)) held.set(name, make());
    return held.get(name) as T;
  };
  const put = (value: T) => void held.set(name, value);
  const forget = () => {
    const before = held.get(name) as T | undefined;
    held.delete(name);
    return before;
  };
  return Object.assign(get, { put, forget });
}
