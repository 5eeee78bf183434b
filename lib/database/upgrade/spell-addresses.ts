import type { Client } from 'pg';
import { storedAddress } from '@/lib/platform/input/email';

interface Column {
  table: string;
  column: string;
}

/** Where one mailbox may stand in one row only; the best row gets the address. */
interface Unique extends Column {
  best: string;
  /** What becomes of the others; left out, they stay as they are. */
  others?: string;
}

const unique: Unique[] = [
  {
    table: 'member',
    column: 'email',
    best: 'disabled_at is null desc, last_signed_in_at desc nulls last, created_at',
  },
  {
    table: 'subscriber',
    column: 'address',
    best: `state = 'CONFIRMED' desc, state = 'PENDING' desc, created_at desc`,
    others: `state = 'UNSUBSCRIBED', unsubscribed_at = coalesce(unsubscribed_at, now())`,
  },
];

const repeated: Column[] = [
  { table: 'invitation', column: 'email' },
  { table: 'report', column: 'reporter_email' },
  { table: 'delivery', column: 'address' },
  { table: 'service_contact', column: 'email' },
];

/** What may have had another spelling: Punycode, or any character beyond ASCII. */
const maybe = String.raw`~ '[^ -~]|@(.*\.)?xn--'`;

/**
 * Brings the mailboxes that an older version stored to the spelling in which they are compared now, as the step of a
 * migration. Of two subscribers of one mailbox one is left, of two open invitations the newer; of two members the one
 * who signs in gets the address, and nothing is taken from the other.
 */
export async function spellAddresses(client: Client, log: (line: string) => void): Promise<void> {
  for (const each of unique) await spellUnique(client, each, log);
  await spellSuppressions(client);
  for (const { table, column } of repeated) {
    for (const [was, is] of await respelled(client, { table, column })) {
      if (table === 'invitation') await endOlderInvitation(client, [was, is]);
      await client.query(`update ${table} set ${column} = $2 where ${column} = $1`, [was, is]);
    }
  }
}

/** @returns each spelling that is no longer stored, with the one that is */
async function respelled(client: Client, { table, column }: Column): Promise<[string, string][]> {
  const { rows } = await client.query<{ was: string }>(
    `select distinct ${column} as was from ${table} where ${column} ${maybe}`,
  );
  return rows.flatMap(({ was }): [string, string][] => {
    const is = storedAddress(was);
    return is === was ? [] : [[was, is]];
  });
}

async function spellUnique(
  client: Client,
  { table, column, best, others }: Unique,
  log: (line: string) => void,
) {
  for (const [was, is] of await respelled(client, { table, column })) {
    const { rows } = await client.query<{ id: string; spelling: string }>(
      `select id, ${column} as spelling from ${table} where ${column} in ($1, $2) order by ${best}`,
      [was, is],
    );
    const [first, second] = rows;
    const spell = (id: string, to: string) =>
      client.query(`update ${table} set ${column} = $2 where id = $1`, [id, to]);
    if (first && second && first.spelling === was) await spell(second.id, second.id);
    if (first) await spell(first.id, is);
    if (!second) continue;
    await spell(second.id, was);
    if (others) await client.query(`update ${table} set ${others} where id = $1`, [second.id]);
    log(`Two rows of ${table} had one mailbox: ${is} is that of ${first?.id}, ${second.id} stays as ${was}.`);
  }
}

async function endOlderInvitation(client: Client, spellings: [string, string]): Promise<void> {
  await client.query(
    `update invitation set revoked_at = now() where id in (
       select id from invitation where email in ($1, $2) and accepted_at is null and revoked_at is null
       order by created_at desc offset 1)`,
    spellings,
  );
}

/** A complaint counts for more than any other reason. */
async function spellSuppressions(client: Client): Promise<void> {
  for (const spellings of await respelled(client, { table: 'suppression', column: 'address' })) {
    await client.query(
      `insert into suppression (channel, address, reason, note, created_at)
         select channel, $2, reason, note, created_at from suppression where address = $1
       on conflict (channel, address) do update set reason = 'COMPLAINED' where excluded.reason = 'COMPLAINED'`,
      spellings,
    );
    await client.query('delete from suppression where address = $1', [spellings[0]]);
  }
}
