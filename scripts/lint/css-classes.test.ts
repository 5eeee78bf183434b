import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A route may be called like a file. */
const read = (pattern: string): string[] =>
  globSync(pattern).flatMap((path) => (statSync(path).isFile() ? [readFileSync(path, 'utf8')] : []));

/** A sentence is no list of classes. */
const isSentence = (text: string): boolean => /(^|\s)[A-Z]|[.,?!](\s|$)/.test(text);

/** What our markup can name: whole words, and the beginnings that a value completes, `st-` and a status for example. */
function namesIn(source: string): { words: string[]; beginnings: string[] } {
  const code = source.replaceAll(/^import .*$|^\s*(\/\/|\*|\/\*).*$/gm, '');
  const strings = [...code.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g)].flatMap(
    ([, double, single, template]) => {
      const plain = double ?? single ?? '';
      return template ?? (isSentence(plain) ? [] : plain);
    },
  );
  return {
    words: strings.flatMap((text) => text.match(/[A-Za-z_][\w-]*/g) ?? []),
    beginnings: strings.flatMap((text) => [...text.matchAll(/([\w-]+-)\$\{/g)].map(([, name = '']) => name)),
  };
}

function classesIn(sheet: string): string[] {
  const selectors = sheet.replaceAll(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '').match(/[^{};]+(?=\{)/g) ?? [];
  const named = selectors.filter((selector) => !selector.trim().startsWith('@'));
  return named.flatMap((selector) =>
    [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name),
  );
}

test('every class of our own is used', () => {
  const used = read('{app,components,lib}/**/!(*.test).{ts,tsx,js}').map(namesIn);
  const words = new Set(used.flatMap((names) => names.words));
  const beginnings = [...new Set(used.flatMap((names) => names.beginnings))];
  const classes = new Set(read('{app,components}/**/*.css').flatMap(classesIn));
  expect(classes.size).toBeGreaterThan(0);
  const unused = [...classes].filter(
    (name) => !words.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)),
  );
  expect(unused).toEqual([]);
});

test('every name of a family of our own has a rule', () => {
  const classes = new Set(read('{app,components}/**/*.css').flatMap(classesIn));
  const familyOf = (name: string) => /^[a-z]+(?=-)/.exec(name)?.[0] ?? '';
  const sizes = Map.groupBy(classes, familyOf);
  const isOfOurs = (name: string) => familyOf(name) !== '' && (sizes.get(familyOf(name))?.length ?? 0) >= 3;
  const markup = read('{app,components}/**/!(*.test).tsx').join('\n');
  const written = [...markup.matchAll(/[cC]lassName=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap(
    ([, plain, template = '']) => (plain ?? template.replaceAll(/[\w-]*\$\{[^}]*\}/g, '')).split(/\s+/),
  );
  const named = new Set(written.filter(isOfOurs));
  expect(named.size).toBeGreaterThan(0);
  expect([...named].filter((name) => !classes.has(name))).toEqual([]);
});
