export const shortestPassword = 12;
const longestPassword = 256;
/** How much must be left of a password once everything that is guessed first is taken out. */
const ownLetters = 6;

const guessedFirst = [
  ...[
    'password',
    'passwort',
    'passphrase',
    'passw',
    'letmein',
    'welcome',
    'iloveyou',
    'sunshine',
    'princess',
  ],
  ...['football', 'baseball', 'superman', 'batman', 'dragon', 'monkey', 'shadow', 'master', 'trustno'],
  ...['changeme', 'secret', 'admin', 'administrator', 'root', 'login', 'access', 'guest', 'test', 'default'],
  ...['standby', 'incident', 'company', 'server', 'service', 'spring', 'summer', 'autumn', 'winter'],
  ...[
    'monday',
    'january',
    'february',
    'november',
    'december',
    'computer',
    'internet',
    'abc',
    'love',
    'hello',
  ],
];
const keyRows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
];
const alsoRows = [
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  '147258369',
  '!@#$%^&*()',
];
const spelledAs: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function reversed(text: string): string {
  return [...text].reverse().join('');
}

const rows = [...keyRows, ...alsoRows].flatMap((row) => [row, reversed(row)]);

/** Takes out stretches of three and more that lie side by side on a keyboard or in an alphabet. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = 1;
    while (at + length < text.length && rows.some((row) => row.includes(text.slice(at, at + length + 1)))) {
      length += 1;
    }
    if (length < 3) rest += text.slice(at, at + length);
    at += length;
  }
  return rest;
}

function withoutRepeats(text: string): string {
  return text.replaceAll(/(.+?)\1+/gu, '$1');
}

function ownWords(about: readonly string[]): string[] {
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return words.filter((word) => word.length >= 3);
}

/** What is left for a guesser who tries words, names, years, keyboard rows and repetitions first. */
function leftToGuess(password: string, about: readonly string[]): number {
  const lower = password.toLowerCase();
  const words = [...ownWords(about), ...guessedFirst].sort((a, b) => b.length - a.length);
  const forms = [lower, [...lower].map((letter) => spelledAs[letter] ?? letter).join('')];
  const left = forms.map((form) => {
    let rest = withoutRuns(form);
    for (const word of words) rest = rest.replaceAll(word, '');
    rest = rest.replaceAll(/(19|20)\d\d/g, '');
    return withoutRepeats(withoutRuns(rest)).length;
  });
  return Math.min(...left);
}

/** One password however it was typed: the same letters composed or not, and spaces of any kind (RFC 8265, OpaqueString). */
export function preparedPassword(typed: string): string {
  return typed.replaceAll(/\p{Zs}/gu, ' ').normalize('NFC');
}

/**
 * Why a new password is refused, as a sentence, or null when it will do. No rule about kinds of characters: length
 * and not being guessed first is what counts.
 * @param about the person's own words (address, name), which are guessed first
 */
export function passwordFault(typed: string, about: readonly string[] = []): string | null {
  const password = preparedPassword(typed);
  if (/\p{Cc}/u.test(password)) return 'Use letters, digits, signs and spaces only.';
  const length = [...password].length;
  if (length < shortestPassword) {
    return `Use at least ${shortestPassword} characters. A few words that do not belong together are easy to remember.`;
  }
  if (length > longestPassword) return `Use at most ${longestPassword} characters.`;
  if (leftToGuess(password, about) < ownLetters) {
    return 'This one is easy to guess: it is made of common words, your own name, rows of keys or repetitions. Add words of your own.';
  }
  return null;
}
