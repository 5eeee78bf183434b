import {
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { StoredDocument } from '@/lib/status/documents/store';
import { fileOf } from '@/lib/status/rules/paths';

/*
 * A folder that any static server can show without Standby:
 *   current -> versions/<fence>-<time>     what to serve; switched by one rename
 *   versions/<fence>-<time>/…              every document with its .br and .gz
 *   manifests/<fence>-<time>.json          the files of that version; nothing else is ever deleted
 */

const manifestSchema = z.object({ asOf: z.string(), files: z.record(z.string(), z.string()) });
type FolderManifest = z.infer<typeof manifestSchema>;

const versionName = /^(\d+)-(\d+)$/;
/** The version before stays, for requests that are reading it. */
const retainedVersions = 2;

export interface FolderPublication {
  dir: string;
  fence: bigint;
  asOf: string;
  documents: StoredDocument[];
}

/** Another holder of the lease has published since: this one is late and must not undo it. */
export class FolderFencedError extends Error {
  override name = 'FolderFencedError';
}

async function currentVersion(dir: string): Promise<string | null> {
  try {
    return (await readlink(join(dir, 'current'))).replace(/^versions\//, '');
  } catch {
    return null;
  }
}

async function manifestOf(dir: string, version: string | null): Promise<FolderManifest | null> {
  if (!version) return null;
  try {
    return manifestSchema.parse(
      JSON.parse(await readFile(join(dir, 'manifests', `${version}.json`), 'utf8')),
    );
  } catch {
    return null;
  }
}

interface File {
  name: string;
  hash: string;
  bytes: Buffer;
}

function filesOf(documents: StoredDocument[]): File[] {
  return documents.flatMap(({ path, contentType, hash, identity, br, gzip }) => {
    const name = fileOf(path, contentType.startsWith('text/html'));
    return [
      { name, hash, bytes: identity },
      ...(br ? [{ name: `${name}.br`, hash, bytes: br }] : []),
      ...(gzip ? [{ name: `${name}.gz`, hash, bytes: gzip }] : []),
    ];
  });
}

/** Unchanged files are the same file under another name; where a file system cannot do that, they are written. */
async function place(file: File, target: string, unchanged: string | null): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  if (unchanged) {
    const linked = await link(unchanged, target).then(
      () => true,
      () => false,
    );
    if (linked) return;
  }
  await writeFile(target, file.bytes);
}

async function fill(root: string, files: File[], before: { root: string; manifest: FolderManifest } | null) {
  for (const file of files) {
    const same = before?.manifest.files[file.name] === file.hash;
    await place(file, join(root, file.name), same && before ? join(before.root, file.name) : null);
  }
}

/** Deletes the files that a version's manifest lists, and folders that are empty then. */
async function removeVersion(dir: string, version: string): Promise<void> {
  const manifest = await manifestOf(dir, version);
  if (!manifest) return;
  const root = join(dir, 'versions', version);
  const folders = new Set<string>([root]);
  for (const name of Object.keys(manifest.files)) {
    await unlink(join(root, name)).catch(() => {});
    for (let parent = dirname(name); parent !== '.'; parent = dirname(parent))
      folders.add(join(root, parent));
  }
  const deepestFirst = [...folders].sort((a, b) => b.length - a.length);
  for (const folder of deepestFirst) await rmdir(folder).catch(() => {});
  await rm(join(dir, 'manifests', `${version}.json`), { force: true });
}

async function removeOld(dir: string, current: string): Promise<void> {
  const names = await readdir(join(dir, 'manifests')).catch(() => []);
  const versions = names
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => versionName.test(name) && name !== current)
    .sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]));
  for (const version of versions.slice(0, Math.max(0, versions.length - retainedVersions + 1))) {
    await removeVersion(dir, version);
  }
}

async function switchTo(dir: string, version: string): Promise<void> {
  const next = join(dir, `.current-${process.pid}`);
  await rm(next, { force: true });
  await symlink(join('versions', version), next);
  await rename(next, join(dir, 'current'));
}

/**
 * Writes a whole new version beside the old one, then shows it by one rename.
 * @throws FolderFencedError when a later holder of the lease has published
 */
export async function publishFolder({ dir, fence, asOf, documents }: FolderPublication): Promise<void> {
  const shown = await currentVersion(dir);
  const shownFence = BigInt(versionName.exec(shown ?? '')?.[1] ?? 0);
  if (shownFence > fence)
    throw new FolderFencedError(`The folder was published with fence ${shownFence}, ours is ${fence}.`);
  const version = `${fence}-${Date.parse(asOf)}`;
  if (version === shown) return;
  const manifest = await manifestOf(dir, shown);
  const root = join(dir, 'versions', version);
  const files = filesOf(documents);
  await fill(root, files, manifest && shown ? { root: join(dir, 'versions', shown), manifest } : null);
  const listed: FolderManifest = {
    asOf,
    files: Object.fromEntries(files.map(({ name, hash }) => [name, hash])),
  };
  await mkdir(join(dir, 'manifests'), { recursive: true });
  await writeFile(join(dir, 'manifests', `${version}.json`), JSON.stringify(listed));
  await switchTo(dir, version);
  await removeOld(dir, version);
}
