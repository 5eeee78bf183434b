/** One promise, and how it stood when something was broken. */
export interface Finding {
  promise: string;
  found: string;
  kept: boolean;
}

export function finding(promise: string, kept: boolean, found: string): Finding {
  return { promise, kept, found };
}
