/** One thing that a good update does. `ok` is a guess from the words; it never stops publishing. */
export interface Hint {
  id: 'HELPS' | 'TIME' | 'PLAIN';
  ok: boolean;
  words: string;
}

const helps =
  /\b(please|you can|you may|you will|you need|no need to|use|try|call|sign in|don[’']t|do not|wait|safe|nothing to do|still works?)\b/i;
const time =
  /\b([01]?\d|2[0-3]):[0-5]\d\b|\b\d+\s?(min|minutes?|h|hours?|days?)\b|\b(today|tomorrow|tonight|noon|midnight)\b/i;
const empty =
  /\b(experiencing (some )?issues|some users|as soon as possible|asap|shortly|unfortunately|inconvenience|eta|tbc|tba)\b/i;
const jargon =
  /\b(raid|dns|tcp|tls|lb|vip|vm|k8s|kubernetes|pod|node|cluster|failover|replica(tion)?|rollback|latency|throughput|5\d\d|kernel|oom|cpu|i\/o|payload|backend|endpoint)\b/i;

/** Reads an update the way a user would: can I do something, is there a time, do I know the words? */
export function hintsFor(text: string): Hint[] {
  const word = empty.exec(text)?.[0] ?? jargon.exec(text)?.[0];
  return [
    {
      id: 'HELPS',
      ok: helps.test(text),
      words: helps.test(text)
        ? 'Says what users can do'
        : 'Say what users can do, or that their work is safe',
    },
    {
      id: 'TIME',
      ok: time.test(text),
      words: time.test(text) ? 'Gives a time' : 'Give a time, even a rough one',
    },
    { id: 'PLAIN', ok: !word, words: word ? `Say “${word}” in plainer words` : 'No jargon' },
  ];
}
