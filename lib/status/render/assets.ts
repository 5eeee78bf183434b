import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, type PlainDocument } from '@/lib/status/documents/encode';
import { assetPaths } from '@/lib/status/rules/paths';

/** The few files that the documents load, and the addresses that name their content. */
export interface Assets {
  documents: PlainDocument[];
  stylesheet: string;
  script: string;
  font: string;
}

function source(path: string): Promise<Buffer> {
  // The project's folder is the working directory of every process; the bundler must not follow this path.
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), path));
}

type Declarations = Map<string, string>;

function declarationsOf(css: string): Declarations {
  const found: Declarations = new Map();
  for (const [, name, value] of css.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    if (name && value) found.set(name, value.trim());
  }
  return found;
}

/** The tokens that a stylesheet uses, with those that they use themselves. */
export function usedTokens(css: string, tokens: Declarations): Set<string> {
  const used = new Set<string>();
  const follow = (text: string) => {
    for (const [, name] of text.matchAll(/var\(--([\w-]+)/g)) {
      if (!name || used.has(name) || !tokens.has(name)) continue;
      used.add(name);
      follow(tokens.get(name) ?? '');
    }
  };
  follow(css);
  return used;
}

function block(declarations: Declarations, used: Set<string>, scheme: string): string {
  const lines = [...declarations]
    .filter(([name]) => used.has(name))
    .map(([name, value]) => `--${name}:${value};`);
  return `:root{color-scheme:${scheme};${lines.join('')}}`;
}

/** Comments and spaces only: the rules are written by hand and need nothing else. */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

/** The stylesheet of the documents: the used tokens of both themes, then the rules. */
export function stylesheet(rules: string, light: string, dark: string): string {
  const lightTokens = declarationsOf(light.slice(light.indexOf(':root')));
  const darkTokens = declarationsOf(dark.slice(0, dark.indexOf(':root[data-theme="dark"]')));
  const used = usedTokens(rules, lightTokens);
  const tokens = `${block(lightTokens, used, 'light')}@media(prefers-color-scheme:dark){${block(darkTokens, used, 'dark')}}`;
  return minifyCss(`${tokens}${rules}`);
}

/** Comment lines out; what is left is small enough as it is. */
function bareScript(script: string): string {
  return script.replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '');
}

let loaded: Promise<Assets> | undefined;

async function load(): Promise<Assets> {
  const [rules, light, dark, script, font, icon] = await Promise.all([
    source('components/documents/status.css'),
    source('app/tokens.css'),
    source('app/tokens.dark.css'),
    source('components/documents/status-script.js'),
    source(`public${assetPaths.font}`),
    source('app/icon.svg'),
  ]);
  const css = Buffer.from(stylesheet(rules.toString(), light.toString(), dark.toString()));
  const js = Buffer.from(bareScript(script.toString()));
  return {
    stylesheet: `${assetPaths.css}?v=${hashOf(css).slice(0, 12)}`,
    script: `${assetPaths.script}?v=${hashOf(js).slice(0, 12)}`,
    font: assetPaths.font,
    documents: [
      { path: assetPaths.css, contentType: 'text/css; charset=utf-8', body: css },
      { path: assetPaths.script, contentType: 'text/javascript; charset=utf-8', body: js },
      { path: assetPaths.font, contentType: 'font/woff2', body: font },
      { path: assetPaths.icon, contentType: 'image/svg+xml', body: icon },
    ],
  };
}

/** Read once in a process. */
export function assets(): Promise<Assets> {
  loaded ??= load();
  return loaded;
}
