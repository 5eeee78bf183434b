import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DemoSignIn } from './make';

const fileName = 'demo-sign-ins.json';
const schema = z.array(
  z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string() }),
);

/** Keeps the demo's random passwords beside its database, readable by its owner only. */
export async function keepSignIns(dataDir: string, signIns: DemoSignIn[]): Promise<void> {
  const file = join(dataDir, fileName);
  await writeFile(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  // An older file keeps its mode when it is written over.
  await chmod(file, 0o600);
}

/** @returns null where no demo was made in this folder */
export async function readSignIns(dataDir: string): Promise<DemoSignIn[] | null> {
  try {
    return schema.parse(JSON.parse(await readFile(join(dataDir, fileName), 'utf8')));
  } catch {
    return null;
  }
}
