import { beforeAll, describe, expect, test } from 'vitest';
import { source } from './source';
import { stylesheet } from './stylesheet';

const classesOf = (css: string) =>
  new Set(css.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(/\.[A-Za-z][\w-]*(?=[^}]*\{)/g));

let css: string;

beforeAll(async () => {
  css = (await stylesheet()).toString();
});

describe('the stylesheet of the documents', () => {
  test('keeps every class of the documents and of a recovery', async () => {
    const sheets = ['components/documents/documents.css', 'components/status/recovery.css'].map(source);
    const own = classesOf((await Promise.all(sheets)).join('\n'));
    expect([...own].filter((name) => !classesOf(css).has(name))).toEqual([]);
  });

  test('leaves out what only the pages have', () => {
    for (const name of ['.tabs', '.choice', '.btn.quiet', '.badge.plain']) expect(css).not.toContain(name);
  });

  test('asks for no token that is not there', () => {
    const asked = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? '');
    expect(asked.filter((name) => !css.includes(`${name}:`))).toEqual([]);
  });

  test('has both themes, also for a browser that does not know light-dark()', () => {
    expect(css).toContain('@media (prefers-color-scheme:dark)');
    expect(css).not.toContain('light-dark(');
  });
});
