import { mostPagesOfStream } from '@/lib/live/schema';
import { type HostMessage, isHostMessage, type LiveState, type PageMessage } from './live-messages';

/** Pages come and go together, when a browser opens or one is read anew. */
const settleMs = 100;
const mostWaitMs = 30_000;
/** Nobody says that a page crashed. A page that is hidden may ask but once a minute. */
const forgetMs = 180_000;

interface HostOptions {
  /** Of two that hold a stream, the one with the lesser name goes on. */
  name: string;
  channel: BroadcastChannel;
  open?: (address: string) => EventSource;
}

/**
 * Holds one stream for all pages of a browser, however many they are: over HTTP/1.1 a browser opens six connections and no
 * more. A stream that breaks goes on after the last position, so that nothing is missed.
 */
export class StreamHost {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  readonly #open: (address: string) => EventSource;
  /** What each page shows, and when it asked last. */
  readonly #pages = new Map<string, { interest: string; askedAt: number }>();
  /** What the stream was opened for, in its order. */
  #parts: string[] = [];
  readonly #live = new Set<string>();
  readonly #refused = new Set<string>();
  #source: EventSource | null = null;
  #position: number | null = null;
  /** Nothing before this position was heard here. */
  #began: number | null = null;
  #wait = 1_000;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ name, channel, open = (address) => new EventSource(address) }: HostOptions) {
    this.#name = name;
    this.#channel = channel;
    this.#open = open;
    channel.addEventListener('message', this.#hear);
    this.#say({ is: 'here' });
  }

  /** Says so before, so that another one takes over. */
  readonly stop = (): void => {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#say({ is: 'gone' });
    this.#channel.close();
  };

  readonly #hear = ({ data }: MessageEvent<PageMessage | HostMessage>): void => {
    if (!isHostMessage(data)) this.#take(data);
    else if (data.is === 'here' && data.host !== this.#name) {
      if (data.host < this.#name) this.stop();
      else this.#say({ is: 'here' });
    }
  };

  #take({ page, interest, after }: PageMessage): void {
    const now = performance.now();
    const isNew = !this.#pages.has(page);
    if (interest === null) this.#pages.delete(page);
    else {
      this.#pages.set(page, { interest, askedAt: now });
      this.#state(interest);
      if (isNew && after !== null) this.#goOnAfter(after, interest);
    }
    const silent = [...this.#pages].filter(([, { askedAt }]) => now - askedAt > forgetMs);
    for (const [one] of silent) this.#pages.delete(one);
    const isHeard = interest !== null && this.#parts.includes(interest) && !this.#refused.has(interest);
    if (!isHeard || silent.length > 0) this.#later(settleMs);
  }

  /** A page that was away knows positions of others, too: what was not heard for it meanwhile is read anew. */
  #goOnAfter(after: number, interest: string): void {
    if (this.#began === null) this.#position = Math.min(after, this.#position ?? after);
    else if (after < (this.#position ?? 0) || !this.#live.has(interest)) this.#hint(interest, null);
  }

  /** Each once; when they are too many, the console and what was opened last. */
  #wanted(): string[] {
    const newest = [...new Set([...this.#pages.values()].map(({ interest }) => interest).reverse())];
    const isConsole = (one: string) => one.startsWith('member/');
    return [...newest.filter(isConsole), ...newest.filter((one) => !isConsole(one))].slice(
      0,
      mostPagesOfStream,
    );
  }

  #stateOf(interest: string): LiveState {
    if (this.#refused.has(interest)) return 'ended';
    return this.#live.has(interest) ? 'live' : 'reconnecting';
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#reopen(), ms);
  }

  #reopen(): void {
    const wanted = this.#wanted();
    const isOpen = this.#source && this.#source.readyState !== this.#source.CLOSED;
    const heard = wanted.every((one) => this.#parts.includes(one) && !this.#refused.has(one));
    if (isOpen && heard && wanted.length === this.#parts.length) return;
    this.#source?.close();
    this.#live.clear();
    this.#parts = wanted;
    this.#source = wanted.length > 0 ? this.#follow(wanted) : null;
  }

  #follow(parts: string[]): EventSource {
    const after = this.#position === null ? '' : `&after=${this.#position}`;
    const source = this.#open(`/api/v1/live/browser?of=${parts.join(',')}${after}`);
    const on = (type: string, run: (interest: string, data: string) => void): void =>
      source.addEventListener(type, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId) this.#position = Number(lastEventId);
        const [part = '', rest = ''] = data.split('\n');
        const interest = parts[Number(part)];
        if (interest !== undefined) run(interest, rest);
      });
    on('hello', (interest) => this.#opened(interest, this.#refused.has(interest)));
    on('reset', (interest) => this.#opened(interest, true));
    on('hint', (interest, data) => this.#hint(interest, (JSON.parse(data) as { topics: string[] }).topics));
    on('refused', (interest) => this.#refuse(interest));
    source.onerror = () => this.#broke(source);
    return source;
  }

  #opened(interest: string, missed: boolean): void {
    this.#wait = 1_000;
    this.#began ??= this.#position;
    this.#refused.delete(interest);
    this.#live.add(interest);
    this.#state(interest);
    if (missed) this.#hint(interest, null);
  }

  #refuse(interest: string): void {
    this.#refused.add(interest);
    this.#live.delete(interest);
    this.#state(interest);
    this.#hint(interest, null);
    if (this.#parts.every((one) => this.#refused.has(one))) this.#source?.close();
  }

  #broke(source: EventSource): void {
    for (const interest of this.#parts) {
      if (this.#refused.has(interest)) continue;
      // It broke while some were told what they missed: the position may be that of others.
      if (!this.#live.delete(interest)) this.#hint(interest, null);
      this.#state(interest);
    }
    if (source.readyState !== source.CLOSED) return;
    // Refused as a whole: tried again at growing intervals.
    this.#later(this.#wait);
    this.#wait = Math.min(this.#wait * 2, mostWaitMs);
  }

  #state(interest: string): void {
    this.#say({ is: 'state', interest, state: this.#stateOf(interest), position: this.#position });
  }

  #hint(interest: string, topics: string[] | null): void {
    this.#say({ is: 'hint', interest, topics, position: this.#position });
  }

  #say(message: HostMessageBody): void {
    this.#channel.postMessage({ ...message, host: this.#name });
  }
}

type HostMessageBody = HostMessage extends infer M
  ? M extends HostMessage
    ? Omit<M, 'host'>
    : never
  : never;
