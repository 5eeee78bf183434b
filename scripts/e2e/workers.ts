import { readdir, readFile } from 'node:fs/promises';

/**
 * Process ids of the workers on a data folder, read from /proc.
 * @param dataDir STANDBY_DATA_DIR of the installation, or a folder above it
 */
export async function workersOf(dataDir: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end while it is looked at.
    const [command, environment] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const folder = environment?.split('\0').find((entry) => entry.startsWith('STANDBY_DATA_DIR='));
    if (command?.includes('worker.mjs') && folder?.startsWith(`STANDBY_DATA_DIR=${dataDir}/`)) {
      found.push(Number(name));
    }
  }
  return found;
}
