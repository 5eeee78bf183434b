import type pg from 'pg';
import { assertLease, type HeldLease } from '@/lib/platform/jobs/lease';
import { hashOf, type PlainDocument } from '@/lib/status/documents/encode';
import { fileOf } from '@/lib/status/rules/paths';

/** Told when there are new documents; a hint beside the poll. */
export const documentsChannel = 'standby_documents';

/** File name → hash of its bytes. */
export type Manifest = Record<string, string>;

export interface Publication {
  position: bigint;
  fence: bigint;
  asOf: string;
  manifest: Manifest;
}

/** What was published last under a name, "documents" or "folder"; null before the first time. */
export async function lastPublication(database: pg.Pool, name: string): Promise<Publication | null> {
  const { rows } = await database.query(
    'select position, fence, as_of, manifest from publish_state where name = $1',
    [name],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    position: BigInt(row.position),
    fence: BigInt(row.fence),
    asOf: row.as_of.toISOString(),
    manifest: row.manifest ?? {},
  };
}

export interface NamedDocument {
  file: string;
  contentType: string;
  bytes: Buffer;
  hash: string;
}

export function named({ path, contentType, body }: PlainDocument): NamedDocument {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const file = fileOf(path, contentType.startsWith('text/html'));
  return { file, contentType, bytes, hash: hashOf(bytes) };
}

async function writeState(
  client: pg.PoolClient,
  name: string,
  { position, fence, asOf, manifest }: Publication,
): Promise<void> {
  await client.query(
    `insert into publish_state (name, position, fence, as_of, manifest, published_at)
     values ($1, $2, $3, $4, $5, clock_timestamp())
     on conflict (name) do update set position = excluded.position, fence = excluded.fence, as_of = excluded.as_of,
       manifest = excluded.manifest, published_at = excluded.published_at`,
    [name, position.toString(), fence.toString(), asOf, JSON.stringify(manifest)],
  );
}

/** Inside one transaction that the holder of the lease alone can commit. */
async function asHolder<T>(
  database: pg.Pool,
  lease: HeldLease,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.connect();
  try {
    await client.query('begin');
    await assertLease(client, lease);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

interface Storing {
  lease: HeldLease;
  position: bigint;
  asOf: string;
  documents: NamedDocument[];
  before: Manifest;
}

/** Stores what changed since `before`, forgets what is gone, and tells the web processes, all in one transaction. */
export async function storeDocuments(database: pg.Pool, storing: Storing): Promise<Manifest> {
  const { lease, position, asOf, documents, before } = storing;
  const manifest = Object.fromEntries(documents.map(({ file, hash }) => [file, hash]));
  const changed = documents.filter(({ file, hash }) => before[file] !== hash);
  await asHolder(database, lease, async (client) => {
    await client.query('delete from published_document where not (name = any($1))', [Object.keys(manifest)]);
    await client.query(
      `insert into published_document (name, content_type, body, etag, as_of, changed_at)
       select name, content_type, body, etag, $5::timestamptz, clock_timestamp()
       from unnest($1::text[], $2::text[], $3::bytea[], $4::text[]) as d (name, content_type, body, etag)
       on conflict (name) do update set content_type = excluded.content_type, body = excluded.body,
         etag = excluded.etag, as_of = excluded.as_of, changed_at = excluded.changed_at`,
      [
        changed.map(({ file }) => file),
        changed.map(({ contentType }) => contentType),
        changed.map(({ bytes }) => bytes),
        changed.map(({ hash }) => hash),
        asOf,
      ],
    );
    await writeState(client, 'documents', { position, fence: lease.fence, asOf, manifest });
    await client.query(`notify ${documentsChannel}`);
  });
  return manifest;
}

/** Notes that the folder shows this publication now. */
export async function noteFolder(
  database: pg.Pool,
  storing: Omit<Storing, 'before' | 'documents'>,
): Promise<void> {
  const { lease, position, asOf } = storing;
  await asHolder(database, lease, async (client) => {
    await writeState(client, 'folder', { position, fence: lease.fence, asOf, manifest: {} });
  });
}
