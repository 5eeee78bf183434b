const year = 365 * 24 * 60 * 60;
const onlyThisHost = '__Host-';

/** A word that the reader chose, as `document.cookie` takes it: with TLS one that no other host can set or read. */
export function preferenceCookie(
  name: string,
  value: string | null,
  { protocol }: { protocol: string },
): string {
  const secure = protocol === 'https:';
  const pair = `${secure ? onlyThisHost : ''}${name}=${encodeURIComponent(value ?? '')}`;
  return `${pair}; path=/; max-age=${value ? year : 0}; samesite=lax${secure ? '; secure' : ''}`;
}

/** The word out of the cookies of a request, or of `document.cookie`, under either name. */
export function preferenceIn(read: (name: string) => string | undefined, name: string): string | undefined {
  return read(`${onlyThisHost}${name}`) ?? read(name);
}

/** Looks a name up in `document.cookie`. */
export function cookieIn(cookies: string): (name: string) => string | undefined {
  const pairs = cookies.split(/;\s*/).map((pair) => pair.split('=', 2) as [string, string?]);
  return (name) => pairs.find(([one]) => one === name)?.[1];
}
