import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { pool } from '@/lib/database/db';
import type { AnchoredHead } from '@/lib/platform/audit/verify-audit';
import { logger } from '@/lib/platform/process/log';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import { type AnchorReceiver, startSending } from './send-anchor';

const lineSchema = z.object({
  at: z.string(),
  position: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Where heads of the chain are written down, out of the reach of who can change the database. */
export function anchorFile(dataDir: string): string {
  return join(dataDir, 'audit-heads.jsonl');
}

/** What stands in a file of heads, of ours or as a receiver stored what it was sent, a line each. */
export function headsIn(text: string): AnchoredHead[] {
  return text.split('\n').flatMap((line) => {
    const parsed = lineSchema.safeParse(jsonOf(line));
    return parsed.success ? [{ position: BigInt(parsed.data.position), hash: parsed.data.hash }] : [];
  });
}

/** The heads written down so far. A line that was cut off by a crash is left out. */
export async function readAnchors(dataDir: string): Promise<AnchoredHead[]> {
  return headsIn(await unlessMissing(readFile(anchorFile(dataDir), 'utf8')));
}

/** Enough for some lines. */
const tailBytes = 2_000;

/** The end of what was written down, because the rest grows for years. */
async function readTail(dataDir: string): Promise<string> {
  const read = async (): Promise<string> => {
    const file = await open(anchorFile(dataDir));
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read({
        buffer: Buffer.alloc(tailBytes),
        position: Math.max(0, size - tailBytes),
      });
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  };
  return await unlessMissing(read());
}

async function unlessMissing(text: Promise<string>): Promise<string> {
  return await text.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** The newest head that was written down. */
async function lastAnchor(dataDir: string): Promise<AnchoredHead | null> {
  return headsIn(await readTail(dataDir)).at(-1) ?? null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function head(): Promise<AnchoredHead | null> {
  const { rows } = await pool().query(
    `select position, encode(chain_hash, 'hex') as hash from event_position order by position desc limit 1`,
  );
  return rows[0] ? { position: BigInt(rows[0].position), hash: rows[0].hash } : null;
}

/** Appends the head of the chain when it moved on since the last line. @returns whether a line was written */
export async function anchorHead(dataDir: string): Promise<boolean> {
  const now = await head();
  const text = await readTail(dataDir);
  const last = headsIn(text).at(-1);
  if (!now || (last && last.position >= now.position)) return false;
  await mkdir(dataDir, { recursive: true });
  const file = await open(anchorFile(dataDir), 'a', 0o600);
  try {
    const line = { at: new Date().toISOString(), position: String(now.position), hash: now.hash };
    await file.write(`${text === '' || text.endsWith('\n') ? '' : '\n'}${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return true;
}

/** Writes the head down every so many seconds until stopped, and a last time then; a receiver outside gets it as well. */
export function startAnchor(dataDir: string, seconds: number, receiver: AnchorReceiver | undefined): Running {
  const anchoring = repeat(() => anchorHead(dataDir), {
    everyMs: seconds * 1_000,
    failed: 'the audit head was not written down',
  });
  const sending = receiver && startSending(() => lastAnchor(dataDir), receiver, seconds);
  return {
    stop: async () => {
      await anchoring.stop();
      await anchorHead(dataDir).catch((error) =>
        logger().warn({ err: error }, 'the last audit head is missing'),
      );
      await sending?.stop();
    },
  };
}
