import { globSync } from 'node:fs';

/** What the modules at such places export: a new noun is found by itself. */
export async function exportsOf(pattern: string): Promise<[name: string, value: unknown][]> {
  const paths = globSync(pattern).sort();
  const modules = paths.map((path) => import(/* @vite-ignore */ `@/${path.replace(/\.ts$/, '')}`));
  return (await Promise.all(modules)).flatMap((module: object) => Object.entries(module));
}
