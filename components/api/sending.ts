import { serverNow } from '@/components/ui/server-time';
import { randomId } from './random-id';

/** What goes out with one act, beside what was entered. */
interface Sent<V> {
  /** Makes a repeated click or a second try one act. */
  key: string;
  /** The version that was looked at. */
  version: V;
}

export type Call<I, A, V> = (input: I, sent: Sent<V>) => Promise<A>;

export interface Sending<V> extends Sent<V> {
  /** What the person meant, to be compared with. */
  meant: string;
  /** When it went out first, in milliseconds. */
  at: number;
  /** What went out, once it did. */
  body?: string;
}

interface Meant<I, V> {
  input: I;
  /** The version that was looked at. */
  version: V;
  /** Whether a person fills it in. A button pressed on something that has changed meanwhile is another act. */
  form: boolean;
}

/**
 * The sending of an act: the very one before, while nobody knows what became of it and the person means the same.
 * It sends what it sent at first, whatever is shown by now.
 */
export function sendingOf<I, V>(unanswered: Sending<V> | null, given: Meant<I, V>): Sending<V> {
  const { input, version, form } = given;
  const meant = JSON.stringify(form ? [input] : [input, version]);
  return unanswered?.meant === meant ? unanswered : { meant, key: randomId(), version, at: serverNow() };
}
