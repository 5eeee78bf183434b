import { randomId } from './random-id';

/** What goes out with one act, beside what was entered. */
export interface Sent<V> {
  /** Makes a repeated click or a second try one act. */
  key: string;
  /** The version that was looked at. */
  version: V;
}

export type Call<I, A, V> = (input: I, sent: Sent<V>) => Promise<A>;

export interface Sending<A> {
  /** What the person meant, to be compared with. */
  meant: string;
  send: () => Promise<A>;
}

interface Meant<I, A, V> {
  input: I;
  /** The version that was looked at. */
  version: V;
  /** Whether a person fills it in. A button pressed on something that has changed meanwhile is another act. */
  form: boolean;
  call: Call<I, A, V>;
}

/**
 * The sending of an act: the very one before, while nobody knows what became of it and the person means the same.
 * It sends what it sent at first, whatever is shown by now.
 */
export function sendingOf<I, A, V>(unanswered: Sending<A> | null, meant: Meant<I, A, V>): Sending<A> {
  const { input, version, form, call } = meant;
  const words = JSON.stringify(form ? [input] : [input, version]);
  if (unanswered?.meant === words) return unanswered;
  const sent = { key: randomId(), version };
  return { meant: words, send: () => call(input, sent) };
}
