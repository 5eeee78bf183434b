import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './project';

const entries = {
  web: './lib/web/main.ts',
  worker: './lib/worker/main.ts',
  fleet: './scripts/demo/fleet/main.ts',
};

const bundles = join(projectRoot, '.next', 'standby');

/** The processes as plain JavaScript: they start in half the time, which counts when one has just crashed. */
export async function bundleProcesses(): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: entries,
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'silent',
  });
}

/** The file to run: bundled for a start, as written for development. */
export function processEntry(name: keyof typeof entries, bundled: boolean): string {
  return bundled ? join(bundles, `${name}.mjs`) : entries[name];
}
