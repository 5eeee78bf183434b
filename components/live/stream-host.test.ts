import { afterEach, expect, test, vi } from 'vitest';
import { mostPagesOfStream } from '@/lib/live/schema';
import { until } from '@/lib/platform/testing/until';
import { type HostMessage, isHostMessage, liveChannel, type PageMessage } from './live-messages';
import { StreamHost } from './stream-host';

/** The end of a stream that a browser has, written to by the test. */
class Stream extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  onerror: (() => void) | null = null;

  constructor(readonly address: string) {
    super();
  }

  close(): void {
    this.readyState = this.CLOSED;
  }

  /** An event of the server, for the part at a place of the address. */
  send(type: string, part: number, position: number, data = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data: `${part}\n${data}`, lastEventId: String(position) }));
  }
}

let places = 0;
const channels: BroadcastChannel[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const channel of channels.splice(0)) channel.close();
});

/** A browser with any number of hosts and one page, which hears what all pages hear. */
function browser() {
  const place = `test ${++places}`;
  const open = () => {
    const channel = new BroadcastChannel(place);
    channels.push(channel);
    return channel;
  };
  const streams: Stream[] = [];
  const heard: HostMessage[] = [];
  const page = open();
  page.onmessage = (event: Event) => {
    const { data } = event as MessageEvent<PageMessage | HostMessage>;
    if (isHostMessage(data)) heard.push(data);
  };
  return {
    streams,
    heard,
    latest: async (count: number): Promise<Stream> => {
      await until('the stream', () => streams.length === count);
      return streams.at(-1) as Stream;
    },
    host: (name: string) =>
      new StreamHost({
        name,
        channel: open(),
        open: (address) => {
          const stream = new Stream(address);
          streams.push(stream);
          return stream as unknown as EventSource;
        },
      }),
    ask: (interest: string | null, after: number | null = null, name = `${interest}`) =>
      page.postMessage({ page: name, interest, after } satisfies PageMessage),
  };
}

const hints = (heard: HostMessage[]) =>
  heard.flatMap((one) => (one.is === 'hint' ? [[one.interest, one.topics]] : []));

test('all pages hear by one stream, and each only what it shows', async () => {
  const { host, ask, latest, heard } = browser();
  host('worker');
  ask('member/a');
  ask('link/b');
  const stream = await latest(1);
  expect(stream.address).toBe('/api/v1/live/browser?of=member/a,link/b');
  stream.send('hello', 0, 7, '{}');
  stream.send('hello', 1, 7, '{}');
  stream.send('hint', 1, 8, '{"topics":["report:r"]}');
  await until('the hint', () => hints(heard).length === 1);
  expect(hints(heard)).toEqual([['link/b', ['report:r']]]);
});

test('whoever takes over goes on after the last position that its pages know', async () => {
  const { host, ask, latest } = browser();
  const first = host('one');
  ask('member/a');
  const stream = await latest(1);
  stream.send('hello', 0, 7, '{}');
  first.stop();
  host('two');
  ask('member/a', 9, 'newer');
  ask('member/a', 7, 'older');
  expect((await latest(2)).address).toBe('/api/v1/live/browser?of=member/a&after=7');
});

test('a page that knows less than its host ever heard reads everything anew', async () => {
  const { host, ask, latest, heard } = browser();
  host('one');
  ask('member/a');
  (await latest(1)).send('hello', 0, 20, '{}');
  ask('member/a', 12, 'a page that was frozen');
  await until('the hint', () => hints(heard).length === 1);
  expect(hints(heard)).toEqual([['member/a', null]]);
});

test('of two that hold a stream one goes on', async () => {
  const { host, ask, latest, heard } = browser();
  host('b');
  host('a');
  await until('the end of one', () => heard.some((one) => one.is === 'gone'));
  expect(heard.filter((one) => one.is === 'gone').map((one) => one.host)).toEqual(['b']);
  ask('member/a');
  await latest(1);
});

test('of the workers of an old and of a new script one goes on, before any page', async () => {
  class Channel extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.push(this);
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel);
  const heard: HostMessage[] = [];
  new Channel(liveChannel).onmessage = (event: Event) =>
    heard.push((event as MessageEvent<HostMessage>).data);
  for (let script = 0; script < 2; script += 1) {
    vi.resetModules();
    await import('./live-worker');
  }
  await until('the end of one', () => heard.some(({ is }) => is === 'gone'));
  expect(heard.filter(({ is }) => is === 'gone')).toHaveLength(1);
  expect(heard.every(({ host }) => host < '0')).toBe(true);
});

test('who signed out hears so, the others go on, and a new sign-in is heard again', async () => {
  const { host, ask, latest, heard, streams } = browser();
  host('one');
  ask('member/a');
  ask('link/b');
  const stream = await latest(1);
  stream.send('hello', 0, 7, '{}');
  stream.send('hello', 1, 7, '{}');
  stream.onerror?.();
  stream.send('refused', 0, 7);
  stream.send('hello', 1, 7, '{}');
  const states = () =>
    Object.fromEntries(heard.flatMap((one) => (one.is === 'state' ? [[one.interest, one.state]] : [])));
  await until('the states', () => states()['link/b'] === 'live' && states()['member/a'] === 'ended');
  expect(stream.readyState).toBe(1);
  ask('member/a', 7, 'after signing in');
  (await latest(2)).send('hello', 0, 7, '{}');
  await until('the state', () => states()['member/a'] === 'live');
  expect(streams[0]?.readyState).toBe(2);
});

test('a page that says nothing for long is forgotten, and reads everything anew when it comes back', async () => {
  const { host, ask, latest, heard, streams } = browser();
  host('one');
  ask('link/crashed');
  ask('member/a');
  const first = await latest(1);
  first.send('hello', 0, 7, '{}');
  first.send('hello', 1, 7, '{}');
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 200_000);
  ask('member/a', 7);
  expect((await latest(2)).address).toBe('/api/v1/live/browser?of=member/a&after=7');
  expect(hints(heard)).toEqual([]);
  streams[1]?.send('hello', 0, 9, '{}');
  ask('link/crashed', 9);
  await until('the hint', () => hints(heard).length === 1);
  expect(hints(heard)).toEqual([['link/crashed', null]]);
});

test('of more pages than one stream may serve, the console and those opened last are served', async () => {
  const { host, ask, latest } = browser();
  host('one');
  ask('member/a');
  for (let link = 0; link < 120; link += 1) ask(`link/${link}`);
  const { address } = await latest(1);
  const of = address.split('=')[1]?.split(',') ?? [];
  expect(of).toHaveLength(mostPagesOfStream);
  expect(of).toEqual(expect.arrayContaining(['member/a', 'link/119']));
  expect(of).not.toContain('link/0');
});
