export const zoneCookie = 'zone';
const year = 365 * 24 * 60 * 60;

let listeners: (() => void)[] = [];

/** A zone this runtime knows, or null. */
export function knownZone(zone: string | undefined | null): string | null {
  if (!zone) return null;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function cookieZone(): string | null {
  const match = /(?:^|;\s*)zone=([^;]+)/.exec(document.cookie);
  return knownZone(match?.[1] ? decodeURIComponent(match[1]) : null);
}

export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone the reader chose, or null when the device decides. */
export function chosenZone(): string | null {
  return cookieZone();
}

export function readerZone(): string {
  return cookieZone() ?? deviceZone();
}

export function watchZone(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

/** Null hands the decision back to the device. */
export function chooseZone(zone: string | null): void {
  const value = zone ? encodeURIComponent(zone) : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser people report from.
  document.cookie = `${zoneCookie}=${value}; path=/; max-age=${zone ? year : 0}; samesite=lax`;
  for (const listener of listeners) listener();
}
