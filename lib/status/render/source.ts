import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the project, which is the working directory of every process; the bundler must not follow this path. */
export function source(path: string): Promise<Buffer> {
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), path));
}
