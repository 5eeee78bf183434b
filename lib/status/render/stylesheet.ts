import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Features, type Selector, transform } from 'lightningcss';
import { source } from './source';

/** What the pages and the documents share comes first; what only documents have comes last and wins. */
const parts = [
  'app/tokens.css',
  'app/base.css',
  'components/ui/marks.css',
  'components/ui/buttons.css',
  'components/ui/forms.css',
  'components/ui/surfaces.css',
  'components/ui/promise.css',
  'components/status/recovery.css',
  'components/layout/public.css',
  'components/ui/helpers.css',
  'components/documents/documents.css',
];

/** Classes that are put together, `st-` and a status for example, stay with their family. */
const families = /^(?:st|t|b|sev)-/;

/** Elements that the documents have beside those of their markup: of the shell, and of an update's text. */
const elements = ['html', 'body', 'p', 'strong', 'ul', 'ol', 'li', 'a', 'code', 'pre'];

interface Markup {
  /** Every string that may be a list of classes, as words. */
  classLists: Set<string>[];
  elements: Set<string>;
}

/** What the sources of all documents can write. */
async function documentMarkup(): Promise<Markup> {
  const folder = 'components/documents';
  const files = await readdir(join(/* turbopackIgnore: true */ process.cwd(), folder));
  const sources = files.filter((name) => name.endsWith('.tsx')).map((name) => `${folder}/${name}`);
  const text = (await Promise.all([...sources, 'lib/http/gone-link.ts'].map(source))).join('\n');
  const strings = text.match(/"[^"\n]*"|'[^'\n]*'|`[^`<]*`/g) ?? [];
  return {
    classLists: strings.map((string) => new Set(string.match(/\$\{|[A-Za-z][\w-]*/g))),
    elements: new Set([...elements, ...(text.match(/(?<=<)[a-z][a-z0-9]*/g) ?? [])]),
  };
}

/** Whether one element can have all these classes: a string lists them, or lists some and puts known ones beside. */
function canHave(classes: string[], { classLists }: Markup): boolean {
  const known = (name: string) => families.test(name) || classLists.some((list) => list.has(name));
  if (classes.length === 1) return classes.every(known);
  return classLists.some((list) => {
    const others = classes.filter((name) => !list.has(name));
    return others.length === 0 || (list.has('${') && others.length < classes.length && others.every(known));
  });
}

/** Whether something in a document can be what a selector asks for. */
function canMatch(selector: Selector, markup: Markup): boolean {
  const ofElement: string[][] = [[]];
  for (const component of selector) {
    if (component.type === 'combinator') ofElement.push([]);
    if (component.type === 'class') ofElement.at(-1)?.push(component.name);
    if (component.type === 'type' && !markup.elements.has(component.name)) return false;
    // The reader's own choice of a theme is a cookie, which documents never read.
    if (component.type === 'attribute' && component.name === 'data-theme') return false;
  }
  return ofElement.every((classes) => classes.length === 0 || canHave(classes, markup));
}

/** Writes the value of a token that never changes, a size for example, in the place of its name. */
function inlineTokens(css: string): string {
  const values = new Map<string, string[]>();
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):\s*([^;}]+)/g)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const fixedValue = (name: string): string | undefined => {
    const [value, another] = values.get(name) ?? [];
    return another === undefined && value && !value.includes('light-dark') ? value : undefined;
  };
  const inlined = css.replaceAll(/var\((--[\w-]+)\)/g, (whole, name) => fixedValue(name) ?? whole);
  return inlined === css ? css : inlineTokens(inlined);
}

/** Tokens that no rule asks for once the fixed ones are written in their places. */
function unusedTokens(css: string): string[] {
  const asked = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  return [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name ?? '').filter((name) => !asked.has(name));
}

/** Drops the rules that no document can meet. */
function prune(code: Uint8Array, markup: Markup): Uint8Array {
  const select = (selector: Selector) => (canMatch(selector, markup) ? selector : []);
  return transform({ filename: 'status.css', code, visitor: { Selector: select } }).code;
}

/**
 * The one stylesheet of the documents, as small as it gets. `light-dark()` is spelled out for browsers from before
 * 2024, because the public page is read on anything.
 */
export async function stylesheet(): Promise<Buffer> {
  const [markup, ...sheets] = await Promise.all([documentMarkup(), ...parts.map(source)]);
  const css = inlineTokens(Buffer.from(prune(Buffer.from(sheets.join('\n')), markup)).toString());
  const { code } = transform({
    filename: 'status.css',
    code: Buffer.from(css),
    minify: true,
    include: Features.LightDark | Features.MediaQueries,
    unusedSymbols: unusedTokens(css),
  });
  return Buffer.from(code);
}
