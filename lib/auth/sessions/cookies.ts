import { settings } from '@/lib/platform/process/environment';

const sessionName = 'next-auth.session-token';
const deviceName = 'standby.device';
const deviceDays = 180;

export interface Cookie {
  name: string;
  value: string;
  options: {
    httpOnly: true;
    sameSite: 'lax';
    secure: boolean;
    path: '/';
    /** Absent: the cookie ends with the browser. */
    expires?: Date;
  };
}

function isSecure(): boolean {
  return settings().url.startsWith('https://');
}

/** The name of the session's cookie with TLS, where browsers take it from this very host only, and without. */
export const sessionCookieNames = [`__Host-${sessionName}`, sessionName] as const;

/** The name of a cookie as STANDBY_URL asks for it. */
export function nameOf(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

function cookie(name: string, value: string, expires?: Date): Cookie {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  return {
    name: nameOf(name),
    value,
    options: expires ? { ...options, expires } : options,
  };
}

/** @param expires given for a sign-in that is kept when the browser closes */
export function sessionCookie(value: string, expires?: Date): Cookie {
  return cookie(sessionName, value, expires);
}

export function deviceCookie(value: string): Cookie {
  return cookie(deviceName, value, new Date(Date.now() + deviceDays * 86_400_000));
}

/** The cookie that makes a browser forget the session. */
export function endedSessionCookie(): Cookie {
  return sessionCookie('', new Date(0));
}

/** As the value of a Set-Cookie header. */
export function setCookieHeader({ name, value, options }: Cookie): string {
  const parts = [`${name}=${value}`, `Path=${options.path}`, 'HttpOnly', 'SameSite=Lax'];
  if (options.secure) parts.push('Secure');
  if (options.expires) parts.push(`Expires=${options.expires.toUTCString()}`);
  return parts.join('; ');
}

function readCookie(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The session's cookie out of a Cookie header, under either name. */
export function readSessionCookie(header: string | null): string | null {
  for (const name of sessionCookieNames) {
    const value = readCookie(header, name);
    if (value) return value;
  }
  return null;
}

export function readDeviceCookie(header: string | null): string | null {
  return readCookie(header, `__Host-${deviceName}`) ?? readCookie(header, deviceName);
}
