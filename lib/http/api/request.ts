import type { HeaderSource } from '@/lib/auth/request-context';
import type { LiveSink } from '@/lib/live/streams';

/** A request to the API, from our own server or from Next. */
export interface ApiRequest {
  method: string;
  /** The whole path, as it was sent. */
  path: string;
  /** Without the question mark, as it was sent. */
  query: string;
  headers: HeaderSource;
  body: AsyncIterable<Uint8Array> | null;
}

type Stream = ReadableStream<Uint8Array> | ((sink: LiveSink) => Promise<void>);

export interface ApiAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  /** Ready to be sent, a stream of its own length, or a stream that stays open. */
  body: string | Stream | null;
}

export function jsonAnswer(view: unknown, status = 200, headers: ApiAnswer['headers'] = {}): ApiAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(view) };
}

export function emptyAnswer(status = 204, headers: ApiAnswer['headers'] = {}): ApiAnswer {
  return { status, headers, body: null };
}
