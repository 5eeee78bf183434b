import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '@/lib/platform/ids';
import { seal, unseal } from './sealed-file';

const ending = '.report';
const draftEnding = '.draft';
const draftsKeptMs = 60 * 60_000;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'wx', 0o600);
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * A folder of encrypted texts, one file each, for its owner alone. A file is there completely or not at all, and once
 * `put` has returned it survives a power cut: file and folder are flushed.
 */
export class SpoolFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps a text under a name. @returns false when the name is taken; that file is left as it is */
  async put(name: string, text: string): Promise<boolean> {
    const made = await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    if (made) await syncFolder(dirname(made));
    const path = join(this.#folder, name + ending);
    const draft = join(this.#folder, `${newId()}${draftEnding}`);
    await writeSynced(draft, seal(text, name));
    try {
      // A link fails when the name exists, a rename would replace it.
      await link(draft, path);
      await syncFolder(this.#folder);
      return true;
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await unlink(draft).catch(() => {});
    }
  }

  /** The text of a name, or null when it is gone. @throws Error when it cannot be read with this secret */
  async get(name: string): Promise<string | null> {
    try {
      return unseal(await readFile(join(this.#folder, name + ending)), name);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    }
  }

  /** Names, oldest first. */
  async names(): Promise<string[]> {
    const files = await this.#files();
    return files.sort((a, b) => a.at - b.at).map(({ file }) => file.slice(0, -ending.length));
  }

  /** Bytes of all files, those set aside included. */
  async bytes(): Promise<number> {
    const all = await Promise.all((await this.#list()).map((file) => this.#stat(file)));
    return all.reduce((sum, one) => sum + (one?.size ?? 0), 0);
  }

  async remove(name: string): Promise<void> {
    await unlink(join(this.#folder, name + ending)).catch((error) => {
      if (!isCode(error, 'ENOENT')) throw error;
    });
    await syncFolder(this.#folder);
  }

  /** Keeps a file that can never be stored for a person to look at, out of the way of the others. */
  async setAside(name: string): Promise<void> {
    await rename(join(this.#folder, name + ending), join(this.#folder, `${name}.unreadable`));
    await syncFolder(this.#folder);
  }

  /** Removes what writers that were killed left half-made; nobody was told that it is kept. */
  async clearDrafts(): Promise<void> {
    for (const file of await this.#list()) {
      if (!file.endsWith(draftEnding)) continue;
      const found = await this.#stat(file);
      if (found && Date.now() - found.at > draftsKeptMs)
        await unlink(join(this.#folder, file)).catch(() => {});
    }
  }

  async #list(): Promise<string[]> {
    return await readdir(this.#folder).catch((error) => {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    });
  }

  async #stat(file: string): Promise<{ size: number; at: number } | null> {
    const found = await stat(join(this.#folder, file)).catch(() => null);
    return found && { size: found.size, at: found.mtimeMs };
  }

  async #files(): Promise<{ file: string; at: number }[]> {
    const files = (await this.#list()).filter((file) => file.endsWith(ending));
    const stats = await Promise.all(
      files.map(async (file) => ({ file, at: (await this.#stat(file))?.at ?? 0 })),
    );
    return stats;
  }
}
