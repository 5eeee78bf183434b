import { pool } from '@/lib/database/db';
import { type ComposedContent, composeContent } from './compose';

const most = 64;

/** Bodies by id, the latest used ones kept: the recipients of one update share one. A content never changes. */
export function contentCache(): (id: string) => Promise<ComposedContent> {
  const kept = new Map<string, Promise<ComposedContent>>();
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

async function readContent(id: string): Promise<ComposedContent> {
  const { rows } = await pool().query<{ html: string; text: string }>(
    'select html, text from mail_content where id = $1',
    [id],
  );
  const [content] = rows;
  if (!content) throw new Error(`The mail content ${id} is gone.`);
  return composeContent(id, content);
}
