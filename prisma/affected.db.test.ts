import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { insertRow } from '@/lib/platform/testing/rows';

const { ownerUrl } = testDatabase();
const migrations = fileURLToPath(new URL('migrations', import.meta.url));

function sqlOf(title: string): string {
  const name = readdirSync(migrations).find((folder) => folder.endsWith(title)) ?? title;
  return readFileSync(join(migrations, name, 'migration.sql'), 'utf8');
}

test('reports that were stored with a label get its choice, and another text is not lost', async () => {
  await administer(ownerUrl, 'alter table report drop column affected; drop type affected');
  for (const label of ['A few of us', 'Everyone I know of', 'The night shift', null])
    await insertRow('report', { affected_text: label });
  await administer(ownerUrl, sqlOf('store_who_is_affected_as_a_choice'));
  const { rows } = await pool().query(
    'select affected::text, affected_text from report order by affected_text nulls last',
  );
  expect(rows).toEqual([
    { affected: 'A_FEW', affected_text: 'A few of us' },
    { affected: 'EVERYONE', affected_text: 'Everyone I know of' },
    { affected: 'NOT_SURE', affected_text: 'The night shift' },
    { affected: 'NOT_SURE', affected_text: null },
  ]);
});
