import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { until } from '@/lib/platform/testing/until';
import { openLiveConnection } from './live-connection';

const streams: Stream[] = [];
const channels = new Set<BroadcastChannel>();

class Stream extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  onerror: (() => void) | null = null;

  constructor(readonly address: string) {
    super();
    streams.push(this);
  }

  close(): void {
    this.readyState = this.CLOSED;
  }
}

class CountedChannel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    channels.add(this);
  }

  override close(): void {
    channels.delete(this);
    super.close();
  }
}

/** A browser without shared workers, such as Chromium on Android. */
beforeEach(() => {
  streams.length = 0;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('BroadcastChannel', CountedChannel);
});
afterEach(() => {
  for (const channel of channels) channel.close();
  vi.unstubAllGlobals();
});

const openStreams = () => streams.filter(({ readyState }) => readyState === 1);
/** Longer than a page waits for a host before it becomes one, and than that one waits before it opens a stream. */
const longEnough = () => new Promise((resolve) => setTimeout(resolve, 1_500));
const page = () => openLiveConnection('link/a', { onState: () => undefined, onHint: () => undefined });

test('a page that was left holds no stream and no channel, and opens none again', async () => {
  const close = page();
  await until('the stream', () => openStreams().length === 1);
  close();
  window.dispatchEvent(new Event('online'));
  await longEnough();
  expect(openStreams()).toEqual([]);
  expect(streams).toHaveLength(1);
  expect(channels.size).toBe(0);
});

test('a page that hides is left whatever happens next, and hears again when somebody goes back to it', async () => {
  const close = page();
  await until('the stream', () => openStreams().length === 1);
  window.dispatchEvent(new Event('pagehide'));
  document.dispatchEvent(new Event('visibilitychange'));
  await longEnough();
  expect(openStreams()).toEqual([]);
  window.dispatchEvent(new Event('pageshow'));
  await until('the stream again', () => openStreams().length === 1);
  close();
  expect(channels.size).toBe(0);
});
