import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemaFolder = join(root, 'prisma/schema');
const stampFile = join(root, 'prisma/generated/.stamp');

/**
 * Writes the Prisma client into prisma/generated when the schema or Prisma itself changed since the last time.
 * Answers whether it had to. Prints nothing; throws with Prisma's own words when the schema is wrong.
 */
export async function generateClient(): Promise<boolean> {
  const stamp = fingerprint();
  if (readStamp() === stamp) return false;
  await runPrisma(['generate']);
  writeFileSync(stampFile, stamp);
  return true;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(schemaFolder).sort()) {
    if (name.endsWith('.prisma')) hash.update(name).update(readFileSync(join(schemaFolder, name)));
  }
  return hash.update(readFileSync(join(root, 'node_modules/prisma/package.json'))).digest('hex');
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

function runPrisma(args: string[]): Promise<void> {
  const cli = join(root, 'node_modules/prisma/build/index.js');
  const child = spawn(process.execPath, [cli, ...args, '--config', join(root, 'prisma/prisma.config.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      // Prisma would download an engine that generating does not use; any file that exists keeps it from it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    },
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const words = Buffer.concat(output).toString('utf8').trim();
      reject(new Error(`prisma ${args.join(' ')} did not succeed.\n${words}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(
    (await generateClient()) ? 'The database client was written.' : 'The database client is up to date.',
  );
}
