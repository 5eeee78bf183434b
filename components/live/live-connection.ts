export type LiveState = 'live' | 'reconnecting' | 'offline';

export interface LiveListener {
  onState: (state: LiveState) => void;
  /** Topics that changed, e.g. `incident`, `incident:<id>`; null: anything may have changed. */
  onHint: (topics: string[] | null) => void;
}

/**
 * Opens the stream of hints and keeps it open. The browser resumes by itself with Last-Event-ID; a stream that the
 * server refused for good (signed out, link expired) is tried again at growing intervals.
 * @returns a function that closes it.
 */
export function openLiveConnection(url: string, listener: LiveListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = 1_000;
  let closed = false;
  let wasLive = false;

  const open = (): void => {
    if (closed) return;
    source = new EventSource(url);
    source.addEventListener('hello', () => {
      wait = 1_000;
      listener.onState('live');
      wasLive = true;
    });
    source.addEventListener('hint', (event) => {
      listener.onHint((JSON.parse((event as MessageEvent<string>).data) as { topics: string[] }).topics);
    });
    source.addEventListener('reset', () => {
      listener.onState('live');
      listener.onHint(null);
    });
    source.onerror = () => {
      listener.onState(navigator.onLine ? 'reconnecting' : 'offline');
      if (source?.readyState !== EventSource.CLOSED) return;
      source.close();
      timer = setTimeout(() => {
        if (wasLive) listener.onHint(null);
        open();
      }, wait);
      wait = Math.min(wait * 2, 30_000);
    };
  };
  const offline = (): void => listener.onState('offline');
  window.addEventListener('offline', offline);
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    window.removeEventListener('offline', offline);
    source?.close();
  };
}
