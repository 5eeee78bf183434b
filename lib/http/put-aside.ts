import { newSecret } from '@/lib/platform/ids';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

/** Files of forms by the word that stands in their place, until their form is answered. */
const aside = oncePerProcess('files put aside', () => new Map<string, Uint8Array<ArrayBuffer>>());

/** @returns the word by which the bytes are found again */
export function putAside(bytes: Uint8Array<ArrayBuffer>): string {
  const word = newSecret();
  aside().set(word, bytes);
  return word;
}

export function letGo(words: readonly string[]): void {
  for (const word of words) aside().delete(word);
}

/** What a form carries in place of a file, as the file. */
export async function broughtBack(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const sent = new Uint8Array(await file.arrayBuffer());
  return aside().get(Buffer.from(sent).toString('latin1')) ?? sent;
}
