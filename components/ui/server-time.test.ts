import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const hour = 3_600_000;
const right = Date.parse('2026-06-09T13:18:00Z');

/** As a page that was just opened has it. */
const opened = async () => {
  vi.resetModules();
  return await import('./server-time');
};

beforeEach(() => {
  vi.stubGlobal('window', {});
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([3, -3])('a device whose clock is %i h ahead shows the time of the server', async (hours) => {
  vi.setSystemTime(right + hours * hour);
  const { hearServerTime, serverNow } = await opened();
  hearServerTime(right);
  vi.advanceTimersByTime(90_000);
  expect(serverNow()).toBe(right + 90_000);
});

test('a clock that is set while the page is open changes nothing', async () => {
  const { hearServerTime, serverNow } = await opened();
  hearServerTime(right);
  vi.setSystemTime(right + 5 * hour);
  expect(serverNow()).toBe(right);
});

test('an answer that was long on its way does not set the time back, and a server whose clock was set does', async () => {
  const { hearServerTime, serverNow } = await opened();
  hearServerTime(right);
  hearServerTime(right - 20_000);
  hearServerTime(Number.NaN);
  expect(serverNow()).toBe(right);
  hearServerTime(right + 4_000);
  expect(serverNow()).toBe(right + 4_000);
  hearServerTime(right - hour);
  expect(serverNow()).toBe(right - hour);
});

test('without a word of the server the device has to do', async () => {
  vi.setSystemTime(right);
  const { serverNow } = await opened();
  expect(serverNow()).toBe(right);
});
