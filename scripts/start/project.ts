import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the project, wherever the process was started. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** Arguments for Node that let it run a TypeScript file of the project. */
export const typescriptLoader = [
  '--import',
  pathToFileURL(join(projectRoot, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
];
