import { randomId } from '@/components/api/random-id';
import {
  type HostMessage,
  isHostMessage,
  type LiveState,
  liveChannel,
  type PageMessage,
} from './live-messages';
import { StreamHost } from './stream-host';

export interface LiveListener {
  onState: (state: LiveState) => void;
  /** Topics that changed, e.g. `incident`, `incident:<id>`; null: anything may have changed. */
  onHint: (topics: string[] | null) => void;
}

/** A page asks so often whether somebody still holds the stream: one that froze or crashed says no farewell. */
const askMs = 20_000;
/** How long a host may take to answer, and a worker to start. */
const patienceMs = { page: 400, worker: 8_000 };

function startWorker(): boolean {
  try {
    new SharedWorker(new URL('./live-worker.ts', import.meta.url), { name: liveChannel, type: 'module' });
    return true;
  } catch {
    // Chromium on Android has none.
    return false;
  }
}

/**
 * Hears of what this page shows. One stream serves all pages of a browser: a shared worker holds it, or where there is none
 * the page that nobody answered. That is agreed over a BroadcastChannel, because there are no locks on plain http.
 */
class LivePage {
  readonly #page = randomId();
  readonly #interest: string;
  readonly #listener: LiveListener;
  /** Null while it is not shown: then it neither hears nor asks. */
  #channel: BroadcastChannel | null = null;
  #patienceMs = patienceMs.page;
  #after: number | null = null;
  #host: StreamHost | null = null;
  #unanswered: ReturnType<typeof setTimeout> | undefined;

  constructor(interest: string, listener: LiveListener) {
    this.#interest = interest;
    this.#listener = listener;
  }

  /** Also after it was left, when somebody goes back to it. */
  readonly show = (): void => {
    this.#channel ??= this.#open();
    this.ask();
  };

  #open(): BroadcastChannel {
    this.#patienceMs = startWorker() ? patienceMs.worker : patienceMs.page;
    const channel = new BroadcastChannel(liveChannel);
    channel.onmessage = ({ data }: MessageEvent<PageMessage | HostMessage>) => {
      if (isHostMessage(data)) this.#hear(data);
    };
    return channel;
  }

  readonly ask = (): void => {
    if (!this.#channel) return;
    this.#tell(this.#interest);
    clearTimeout(this.#unanswered);
    // Not all at once, so that the first one is heard by the others.
    this.#unanswered = setTimeout(this.#becomeHost, this.#patienceMs * (1 + 2 * Math.random()));
  };

  readonly leave = (): void => {
    clearTimeout(this.#unanswered);
    this.#tell(null);
    // Closed before its own host says that it goes, because whoever hears that asks again.
    this.#channel?.close();
    this.#channel = null;
    this.#host?.stop();
    this.#host = null;
  };

  #tell(interest: string | null): void {
    this.#channel?.postMessage({ page: this.#page, interest, after: this.#after } satisfies PageMessage);
  }

  readonly #becomeHost = (): void => {
    this.#host?.stop();
    this.#host = new StreamHost({ name: this.#page, channel: new BroadcastChannel(liveChannel) });
  };

  #hear(message: HostMessage): void {
    if (message.is === 'here' || message.is === 'gone') {
      this.ask();
      return;
    }
    if (message.position !== null) this.#after = Math.max(message.position, this.#after ?? 0);
    if (message.interest !== this.#interest) return;
    clearTimeout(this.#unanswered);
    if (message.is === 'hint') this.#listener.onHint(message.topics);
    else this.#listener.onState(navigator.onLine ? message.state : 'offline');
  }
}

/** Opens it and keeps it open. @returns a function that closes it */
export function openLiveConnection(interest: string, listener: LiveListener): () => void {
  const page = new LivePage(interest, listener);
  const offline = (): void => listener.onState('offline');
  const timer = setInterval(page.ask, askMs);
  const events = { offline, online: page.ask, pagehide: page.leave, pageshow: page.show };
  for (const [type, run] of Object.entries(events)) window.addEventListener(type, run);
  document.addEventListener('visibilitychange', page.ask);
  page.show();
  return () => {
    clearInterval(timer);
    for (const [type, run] of Object.entries(events)) window.removeEventListener(type, run);
    document.removeEventListener('visibilitychange', page.ask);
    page.leave();
  };
}
