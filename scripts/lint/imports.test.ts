import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('{app,components,e2e,lib,scripts}/**/*.{ts,tsx}', {
  exclude: (name) => name === 'node_modules',
});

test('a file imports a module once, its types beside its values', () => {
  const twice = files.flatMap((file) => {
    const modules = [...readFileSync(file, 'utf8').matchAll(/^import [^'*]*? from '([^']+)';$/gm)];
    const named = modules.map(([, module]) => module);
    return named.some((module, place) => named.indexOf(module) !== place) ? [file] : [];
  });
  expect(files.length).toBeGreaterThan(0);
  expect(twice).toEqual([]);
});
