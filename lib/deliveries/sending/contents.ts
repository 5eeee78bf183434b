import type { Bodies } from '@/lib/deliveries/fill';
import { pool } from '@/lib/platform/db';

const most = 64;

/** Bodies by id, the latest used ones kept: the recipients of one update share one. A content never changes. */
export function contentCache(): (id: string) => Promise<Bodies> {
  const kept = new Map<string, Promise<Bodies>>();
  return (id) => {
    const known = kept.get(id) ?? readContent(id);
    kept.delete(id);
    kept.set(id, known);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest) kept.delete(oldest);
    known.catch(() => kept.delete(id));
    return known;
  };
}

async function readContent(id: string): Promise<Bodies> {
  const { rows } = await pool().query<Bodies>('select html, text from mail_content where id = $1', [id]);
  const [content] = rows;
  if (!content) throw new Error(`The mail content ${id} is gone.`);
  return content;
}
