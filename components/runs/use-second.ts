'use client';

import { useSyncExternalStore } from 'react';
import { serverNow } from '@/components/ui/server-time';

const second = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for the page, and only while somebody looks at a run that goes on. */
function watch(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, second);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const neverChanges = () => () => {};
const readSecond = () => Math.floor(serverNow() / second) * second;

/**
 * Milliseconds now, new each second, never before the instant at which the view was made (`from`, ISO). It stands
 * still at `until`.
 */
export function useSecond(from: string, until: string | null = null): number {
  const made = Date.parse(from);
  const now = useSyncExternalStore(until ? neverChanges : watch, readSecond, () => made);
  return until ? Date.parse(until) : Math.max(now, made);
}
