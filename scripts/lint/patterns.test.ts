import { globSync, readFileSync } from 'node:fs';
import jsTokens from 'js-tokens';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';

/** Patterns that take longer than their text is long, and why none of them ever meets a long one. */
const short: Record<string, string> = {
  'lib/probes/rules/body-text.ts': 'reads the first 1,024 bytes of an answer',
  'lib/settings/rules/outgoing.ts': 'reads an entry of at most 100 characters',
  'lib/status/render/stylesheet.ts': 'reads our own style sheet, once',
  'lib/suites/rules/path.ts': 'reads a path of at most 200 characters',
};

function patternsOf(file: string): { source: string; flags: string }[] {
  const tokens = [...jsTokens(readFileSync(file, 'utf8'), { jsx: file.endsWith('x') })];
  return tokens
    .filter(({ type }) => type === 'RegularExpressionLiteral')
    .map(({ value }) => ({
      source: value.slice(1, value.lastIndexOf('/')),
      flags: value.slice(value.lastIndexOf('/') + 1),
    }));
}

test('no pattern takes longer than its text is long', () => {
  const files = globSync('{app,lib}/**/*.{ts,tsx}', {
    exclude: (path) => /\.test\.|\/testing(\/|$)/.test(path),
  });
  const patterns = files.flatMap((file) => patternsOf(file).map((pattern) => ({ file, ...pattern })));
  expect(patterns.length).toBeGreaterThan(150);
  const slow = patterns.filter(({ source, flags }) => analyse({ source, flags }).reports.length > 0);
  const unexpected = slow
    .filter(({ file }) => !(file in short))
    .map(({ file, source }) => `${file}: /${source}/`);
  expect(unexpected).toEqual([]);
  expect(Object.keys(short).filter((file) => !slow.some((pattern) => pattern.file === file))).toEqual([]);
});
