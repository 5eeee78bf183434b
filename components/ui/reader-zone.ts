import { cookieIn, preferenceCookie, preferenceIn } from './preference-cookie';

/** The reader's own choice, and what the device said last time, for the server's next HTML. */
const zoneCookie = 'zone';
const deviceCookie = 'device-zone';

let listeners: (() => void)[] = [];

/** A zone this runtime knows, or null. */
function knownZone(zone: string | undefined | null): string | null {
  if (!zone) return null;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The zone to write HTML in, from the cookies of a request; null when this reader was never here. */
export function zoneFromCookies(read: (name: string) => string | undefined): string | null {
  return knownZone(preferenceIn(read, zoneCookie)) ?? knownZone(preferenceIn(read, deviceCookie));
}

function parseChoice(cookies: string): string | null {
  const chosen = preferenceIn(cookieIn(cookies), zoneCookie);
  try {
    return knownZone(decodeURIComponent(chosen ?? ''));
  } catch {
    return null;
  }
}

// Read by every time on the page, so the cookies are parsed only when they change.
let parsed: { cookies: string; zone: string | null } = { cookies: '', zone: null };

/** The zone the reader chose, or null when the device decides. */
export function chosenZone(): string | null {
  const cookies = document.cookie;
  if (parsed.cookies !== cookies) parsed = { cookies, zone: parseChoice(cookies) };
  return parsed.zone;
}

export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function readerZone(): string {
  return chosenZone() ?? deviceZone();
}

export function watchZone(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

function setCookie(name: string, value: string | null) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser people report from.
  document.cookie = preferenceCookie(name, value, location);
}

/** Spares the next page the change from the organisation's zone to the reader's. */
export function rememberDeviceZone(): void {
  setCookie(deviceCookie, deviceZone());
}

/** Null hands the decision back to the device. */
export function chooseZone(zone: string | null): void {
  setCookie(zoneCookie, zone);
  for (const listener of listeners) listener();
}
