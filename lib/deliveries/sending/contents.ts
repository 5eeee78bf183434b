import { pool } from '@/lib/database/db';
import { type ComposedContent, composeContent } from './compose';

const most = 64;

/** Bodies by id, the latest used ones kept: the recipients of one update share one. A content never changes. */
export function contentCache(): (id: string) => Promise<ComposedContent> {
  const cache = new Map<string, Promise<ComposedContent>>();
  return (id) => {
    const known = cache.get(id) ?? readContent(id);
    cache.delete(id);
    cache.set(id, known);
    const [oldest] = cache.keys();
    if (cache.size > most && oldest) cache.delete(oldest);
    known.catch(() => cache.delete(id));
    return known;
  };
}

async function readContent(id: string): Promise<ComposedContent> {
  const { rows } = await pool().query<{ html: string; text: string }>(
    'select html, text from mail_content where id = $1',
    [id],
  );
  const [content] = rows;
  if (!content) throw new Error(`The mail content ${id} is gone.`);
  return composeContent(id, content);
}
