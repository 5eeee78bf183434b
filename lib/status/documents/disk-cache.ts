import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DocumentSet, StoredDocument } from './store';

/* The last published bytes in one file of the data folder, so that a start shows them before the database answers. */

const format = 3;

interface Stored {
  format: number;
  asOf: string;
  version: string;
  documents: StoredDocument[];
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'status', 'documents');
}

/** Serialized buffers come back as views; each gets the shape that the rest expects. */
function revived(bytes: Buffer | Uint8Array | null): Buffer | null {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
}

/** @returns the set that was kept last, or null when there is none that can be read */
export function readCachedDocuments(dataDir: string): DocumentSet | null {
  try {
    const stored = deserialize(readFileSync(fileIn(dataDir))) as Stored;
    if (stored.format !== format) return null;
    const documents = stored.documents.map((document) => ({
      ...document,
      identity: revived(document.identity) as Buffer,
      gzip: revived(document.gzip),
      br: revived(document.br),
    }));
    const { asOf, version } = stored;
    return { asOf, version, documents: new Map(documents.map((entry) => [entry.path, entry])) };
  } catch {
    return null;
  }
}

/** Replaces the kept set in one step; a crash leaves the one before. */
export async function cacheDocuments(dataDir: string, set: DocumentSet): Promise<void> {
  const file = fileIn(dataDir);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const { asOf, version, documents } = set;
  const stored: Stored = { format, asOf, version, documents: [...documents.values()] };
  const making = `${file}.${process.pid}`;
  const handle = await open(making, 'w', 0o600);
  try {
    await handle.writeFile(serialize(stored));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(making, file);
}
