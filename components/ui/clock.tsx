'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { readerZone, rememberDeviceZone, watchZone } from './reader-zone';
import { hearServerTime, serverNow } from './server-time';

const minute = 60_000;

/** What the server saw while rendering; hydration starts from it, so that server and browser agree. */
const ServerClock = createContext({ now: 0, zone: 'UTC' });

type ClockProviderProps = { now: number; zone: string; children: ReactNode };

export function ClockProvider({ now, zone, children }: ClockProviderProps) {
  // Before anything inside is rendered: what is read next has to be the server's time.
  useMemo(() => hearServerTime(now), [now]);
  const value = useMemo(() => ({ now: wholeMinute(now), zone }), [now, zone]);
  useEffect(rememberDeviceZone, []);
  return <ServerClock value={value}>{children}</ServerClock>;
}

function wholeMinute(milliseconds: number): number {
  return Math.floor(milliseconds / minute) * minute;
}

function readNow(): number {
  return wholeMinute(serverNow());
}

let listeners: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function tick() {
  for (const listener of listeners) listener();
  timer = setTimeout(tick, minute - (serverNow() % minute) + 20);
}

/** One timer for the page. A device that slept is caught up when the page is seen again. */
function watchMinute(listener: () => void): () => void {
  if (listeners.length === 0) {
    timer = setTimeout(tick, minute - (serverNow() % minute) + 20);
    document.addEventListener('visibilitychange', tickWhenVisible);
  }
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
    if (listeners.length > 0) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tickWhenVisible);
  };
}

function tickWhenVisible() {
  if (document.visibilityState !== 'visible') return;
  clearTimeout(timer);
  tick();
}

/** Milliseconds at the start of the current minute; renders anew each minute. A given `now` stands still. */
export function useNow(given?: number): number {
  const server = useContext(ServerClock);
  const now = useSyncExternalStore(watchMinute, readNow, () => server.now);
  return given ?? now;
}

/** The IANA zone to show times in: the given one, else the reader's. */
export function useZone(given?: string): string {
  const server = useContext(ServerClock);
  const zone = useSyncExternalStore(watchZone, readerZone, () => server.zone);
  return given ?? zone;
}
