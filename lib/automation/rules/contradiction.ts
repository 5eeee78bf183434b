/** Right before what did not happen: “instead of pg2”, “not switched to pg2”. */
const denial = /\b(?:instead of|rather than|not|never|without|except)(?: [^\s.,;:!?]+){0,2} $/;
const letter = /[\p{L}\p{N}_]/u;

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Whether a text says something, as whole words, and if so whether it only says that it did not happen. */
function mentionOf(text: string, words: string): 'SAID' | 'DENIED' | null {
  const [all, wanted] = [plain(text), plain(words)];
  let found: 'DENIED' | null = null;
  for (let at = all.indexOf(wanted); at >= 0 && wanted; at = all.indexOf(wanted, at + 1)) {
    const [before, after] = [all.slice(0, at), all.slice(at + wanted.length)];
    if (letter.test(before.at(-1) ?? ' ') || letter.test(after.at(0) ?? ' ')) continue;
    if (!denial.test(before)) return 'SAID';
    found = 'DENIED';
  }
  return found;
}

interface Asked {
  /** Words that the answer has to say, or null. */
  expects: string | null;
  input: Readonly<Record<string, unknown>>;
}

/**
 * Why the words of an automation that says “done” speak against it: they lack what the step expects, or say of what
 * the step asked for that it did not happen. Null when they do not.
 */
export function contradiction(words: string, { expects, input }: Asked): string | null {
  const said = `The automation says done, and: ${words}`;
  if (expects?.trim() && mentionOf(words, expects) !== 'SAID') {
    return `${said} The step expects it to say “${expects.trim()}”.`;
  }
  const denied = Object.values(input).find(
    (value) => typeof value === 'string' && mentionOf(words, value) === 'DENIED',
  );
  return denied === undefined ? null : `${said} The step asked for “${denied}”.`;
}
