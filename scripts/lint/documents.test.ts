import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const roots = 'app|components|docs|e2e|lib|prisma|public|scripts';
const files = globSync(['*.*', `{${roots.replaceAll('|', ',')}}/**`], {
  exclude: (name) => name.includes('node_modules'),
});
const known = new Set(files);

/** Paths in backticks, but for those with a placeholder: of the repository, or the end of one with its suffix. */
function pathsIn(text: string): string[] {
  const named = [...text.matchAll(/`(\w[\w./()[\]-]*)`/g)].map(([, path = '']) => path.replace(/\/$/, ''));
  return named.filter((path) => new RegExp(`^(${roots})/|/?[\\w-]+\\.(ts|tsx|prisma|mjs)$`).test(path));
}

const documents = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/asvs.md',
  'docs/security-inventory.md',
];

test.each(documents)('%s names only what is there', (document) => {
  const paths = pathsIn(readFileSync(document, 'utf8'));
  expect(paths.length).toBeGreaterThan(0);
  const lost = paths.filter((path) => !known.has(path) && !files.some((file) => file.endsWith(`/${path}`)));
  expect(lost).toEqual([]);
});
