import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSigned } from '@/lib/automation/signature';
import { db, pool } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { createKey } from '@/lib/members/commands/create-key';
import { verifyAudit } from '@/lib/platform/audit/verify-audit';
import { cliContext } from '@/lib/platform/context';
import { openConcerns } from '@/lib/platform/process/concerns';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { until } from '@/lib/platform/testing/until';
import { closeServers, httpServer } from '@/lib/probes/testing/servers';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';
import { anchorHead, headsIn, startAnchor } from './anchor';

const { ownerUrl } = testDatabase();
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'standby-heads-'));
});
afterAll(async () => {
  await closeServers();
  await rm(dataDir, { recursive: true, force: true });
});

/** Stores what it is sent, a line each, when it is signed. */
async function startReceiver() {
  const receiver = { stored: '', refused: 0, answers: true, url: '' };
  const port = await httpServer(async (request, response) => {
    const body = await text(request);
    const headers = request.headers as Record<string, string>;
    if (!receiver.answers || !isSigned(body, headers, secret)) {
      receiver.refused += 1;
      return void response.writeHead(500).end();
    }
    receiver.stored += `${body}\n`;
    response.writeHead(204).end();
  });
  receiver.url = `http://127.0.0.1:${port}/heads`;
  return { receiver, port };
}

async function happen(): Promise<void> {
  await createKey(cliContext(), { name: 'Key', role: 'USER' });
  await sequenceAll();
}

const concerns = async () => (await openConcerns(db())).map(({ says }) => says);

test('heads reach a receiver outside, signed, and again until they have arrived', async () => {
  const { receiver, port } = await startReceiver();
  await happen();
  const anchoring = startAnchor(dataDir, 1, { url: receiver.url, secret });
  const forbidden = await until('the guard to be asked', async () => (await concerns())[0]);
  expect(forbidden).toMatch(
    /^The head of the audit log does not arrive at STANDBY_AUDIT_WEBHOOK, .* private address/,
  );

  receiver.answers = false;
  const { version } = await settingsInForce();
  await changeSettings(cliContext(), {
    version,
    reason: 'Where heads are stored',
    outgoing: { allow: [`127.0.0.1:${port}`] },
  });
  await until('two tries', () => receiver.refused > 1);
  expect(await concerns()).toEqual([expect.stringContaining('It answered 500.')]);

  receiver.answers = true;
  await until('the head to arrive', () => receiver.stored !== '');
  await until('nobody to be told any more', async () => (await concerns()).length === 0);
  await happen();
  await anchoring.stop();
  const [{ head }] = (await pool().query('select max(position) as head from event_position')).rows;
  expect(headsIn(receiver.stored).at(-1)?.position).toBe(BigInt(head));
  expect(await verifyAudit(headsIn(receiver.stored))).toMatchObject({ ok: true });
});

test('a log that was shortened together with our own file is found by what the receiver stored', async () => {
  const { rows } = await pool().query(
    `select position, encode(chain_hash, 'hex') as hash from event_position order by position desc limit 1`,
  );
  const [{ position, hash }] = rows;
  const stored = `${JSON.stringify({ type: 'audit.head', at: new Date().toISOString(), position, hash })}\n`;
  await administer(
    ownerUrl,
    `set session_replication_role = replica;
     with gone as (delete from event_position where position = ${position} returning event_id),
       subjects as (delete from event_subject using gone where event_subject.event_id = gone.event_id)
     delete from event using gone where id = event_id`,
  );
  await rm(join(dataDir, 'audit-heads.jsonl'), { force: true });
  await anchorHead(dataDir);
  expect(await verifyAudit()).toMatchObject({ ok: true });
  expect((await verifyAudit(headsIn(stored))).faults).toEqual([
    `Position ${position}: written down outside, but the log ends at ${position - 1}.`,
  ]);
});
