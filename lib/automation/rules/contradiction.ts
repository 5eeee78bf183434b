import { shortened } from '@/lib/platform/rules/graphemes';

/** Right before what did not happen: “instead of pg2”. */
const replaced = /\b(?:instead of|rather than|still (?:on|at)) $/;
/** Anywhere in the clause of what did not happen: “could not switch the service over to pg2”, “pg2 was not promoted”. */
const denial = /\b(?:not|never|cannot|fail(?:ed|s|ure)?|unable|refused|aborted)\b|n[’']t\b/;
/** Said without a word of what was asked for, it is no “done” either. */
const failing = /\b(?:fail(?:ed|s)?|unable|could not|cannot|still (?:on|at))\b/;
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
    // A clause ends where the next one begins, so that each is read by itself.
    const clause = `${before.split(/[.;,!?]/).at(-1)}${wanted}${after.split(/[.;,!?]/)[0]}`;
    if (!replaced.test(before) && !denial.test(clause)) return 'SAID';
    found = 'DENIED';
  }
  return found;
}

interface Asked {
  /** Words that the answer has to say, or null. */
  expects: string | null;
  input: Readonly<Record<string, unknown>>;
  /** It asked for something to end: “shop-1 does not run” is what it hopes for, and denies nothing. */
  fences: boolean;
}

interface Said {
  sentence: string;
  /** What it hands back, in JSON. */
  output?: unknown;
}

const isGood = /^(?:ok|done|success|succeeded)$/i;
const isBad = /^(?:errors?|failed|failure)$/i;

/** Texts and numbers of an output, and those of its fields that say by their name that it was not done. */
function read(output: unknown, name = ''): { words: string[]; denials: string[] } {
  if (typeof output === 'object' && output !== null) {
    const parts = Object.entries(output).map(([key, value]) =>
      read(value, Array.isArray(output) ? name : key),
    );
    return {
      words: parts.flatMap(({ words }) => words),
      denials: parts.flatMap(({ denials }) => denials),
    };
  }
  const denies = (isGood.test(name) && output === false) || (isBad.test(name) && Boolean(output));
  const words = typeof output === 'string' || typeof output === 'number' ? [String(output)] : [];
  return { words, denials: denies ? [`${name}: ${output}`] : [] };
}

/**
 * Why what an automation says beside “done” speaks against it: its output says that it was not, its words lack what the
 * step expects, or say of what the step asked for that it did not happen. Null when they do not.
 */
export function contradiction({ sentence, output }: Said, { expects, input, fences }: Asked): string | null {
  const said = `The automation says done, and: ${sentence}`;
  const { words, denials } = read(output);
  if (denials[0]) return `${said} Its output says “${shortened(denials[0], 200)}”.`;
  const all = [sentence, ...words];
  if (expects?.trim() && !all.some((text) => mentionOf(text, expects) === 'SAID')) {
    return `${said} The step expects it to say “${expects.trim()}”.`;
  }
  const hoped = fences ? [] : Object.values(input);
  const denied = hoped.find(
    (value) => typeof value === 'string' && all.some((text) => mentionOf(text, value) === 'DENIED'),
  );
  if (denied !== undefined) return `${said} The step asked for “${denied}”.`;
  // Words that the step expects were found, and are what counts.
  return !expects?.trim() && failing.test(plain(sentence)) ? said : null;
}
