import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import type { Finding } from './finding';
import { withoutWrites } from './without-writes';

const diskMb = 256;

/** A disk that is soon full. Only root may mount one. */
function mountSmallDisk(folder: string): () => void {
  mkdirSync(folder, { mode: 0o755 });
  const options = `size=${diskMb}m,mode=0755`;
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`No small disk could be mounted: ${stderr}`);
  return () => void spawnSync('umount', [folder]);
}

/** The tables go to that disk. The log of PostgreSQL stays where it is, or the server ends instead of refusing. */
async function moveTables({ database }: Standing, disk: string): Promise<void> {
  await database.stop();
  const tables = join(database.folder, 'cluster', 'base');
  const { status, stderr } = spawnSync('cp', ['-a', tables, disk], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The tables could not be moved: ${stderr}`);
  rmSync(tables, { recursive: true });
  symlinkSync(join(disk, 'base'), tables);
  await database.start();
}

/** Whatever room there is. */
function fillDisk(file: string): void {
  for (const bytes of [1_048_576, 4_096]) {
    const block = Buffer.alloc(bytes, 1);
    try {
      for (;;) writeFileSync(file, block, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

async function run(trial: Trial): Promise<Finding[]> {
  const disk = join(trial.folder, 'small-disk');
  trial.cleanUp(mountSmallDisk(disk));
  const standing = await startStanding(trial);
  await moveTables(standing, disk);
  const ballast = join(disk, 'something-else');
  return await withoutWrites(trial, standing, {
    begin: async () => fillDisk(ballast),
    end: async () => rmSync(ballast),
    says: 'The database takes no writes, because its room is used up.',
    partly: true,
    seconds: trial.small ? 15 : 90,
  });
}

/** Something else has filled the disk on which the tables lie. */
export const databaseFull: TrialCase<Finding> = {
  name: 'database-full',
  title: 'The disk of the database full for a while under reports, readers and members',
  run,
};
