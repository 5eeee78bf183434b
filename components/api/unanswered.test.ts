import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendingOf } from './sending';

/** What a device stores over a reload, as a browser does. */
const device = new Map<string, string>();

beforeEach(() => {
  device.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, text: string) => void device.set(key, text),
    removeItem: (key: string) => void device.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page that was loaded anew remembers nothing but what the device does. */
async function load() {
  vi.resetModules();
  return await import('./unanswered');
}

const draft = 'mei:note:1';
const note = (text: string) => ({ input: { text }, version: 1, form: true });

test('finds what got no answer after a reload, and sends under its key what went out at first', async () => {
  const before = await load();
  const sending = sendingOf(null, note('It is the switch.'));
  before.hold(sending, draft);
  expect(before.bodyUnder(sending.key, '{"at":10}')).toBe('{"at":10}');

  const after = await load();
  const again = sendingOf(after.unansweredOf<number>(draft), note('It is the switch.'));
  after.hold(again, draft);
  expect(again).toMatchObject({ key: sending.key, version: 1 });
  expect(after.bodyUnder(again.key, '{"at":20}')).toBe('{"at":10}');
  expect(after.unansweredOf('mei:note:2')).toBeNull();
  expect(after.unansweredOf('ada:note:1')).toBeNull();
});

test('is over with an answer, and when the server has forgotten the key', async () => {
  const page = await load();
  const sending = sendingOf(null, note('It is the switch.'));
  page.hold(sending, draft);
  vi.useFakeTimers({ now: sending.at + 24 * 60 * 60_000 });
  expect(page.unansweredOf(draft)).toBeNull();
  vi.useRealTimers();
  expect(page.unansweredOf(draft)).toMatchObject({ key: sending.key });
  page.release(sending.key, draft);
  expect(page.unansweredOf(draft)).toBeNull();
  expect((await load()).unansweredOf(draft)).toBeNull();
});

test('leaves the body of every other key as it is', async () => {
  const { bodyUnder } = await load();
  expect(bodyUnder('another', '{"at":10}')).toBe('{"at":10}');
  expect(bodyUnder('another', '{"at":20}')).toBe('{"at":20}');
});
