import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase, connectDatabase, db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { fileAdmitted } from '@/lib/reports/commands/file';
import { letIn } from '@/lib/reports/intake/admission';
import { tokenIdOf } from '@/lib/reports/links/tracking-link';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { FileReportRaw } from '@/lib/reports/schema';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { acceptReport } from './accept-report';
import { replaySpool } from './replay';
import { readSpooled, Spool, spool } from './spool';

const database = testDatabase();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));
  spool.put(new Spool(folder));
});
afterEach(async () => {
  await back();
  rmSync(folder, { recursive: true, force: true });
});

/** An address where nothing listens. */
async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return `postgresql://standby:x@127.0.0.1:${port}/standby`;
}

async function away(): Promise<void> {
  await closeDatabase();
  connectDatabase(await deadAddress());
}

async function back(): Promise<void> {
  await closeDatabase();
  connectDatabase(database.url);
}

const keepIn = async (where: Spool, who: Context, raw: FileReportRaw) =>
  await letIn(who, raw, (admission) => where.store(who, admission));

const kept = () => readdirSync(folder).filter((file) => file.endsWith('.report'));

describe('while the database is away', () => {
  test('a report is kept and stored later, under its reference and link, once', async () => {
    await away();
    const sent = fromForm({ email: 'dana@example.org' });
    const before = Date.now();
    const filed = await acceptReport(visitor(), sent);
    expect(filed).toMatchObject({ spooled: true, state: 'NEW' });
    expect(await acceptReport(visitor(), sent)).toEqual(filed);
    expect(kept()).toHaveLength(1);

    expect(await replaySpool()).toBe(0);
    expect(kept()).toHaveLength(1);
    await back();
    expect(await replaySpool()).toBe(1);
    expect(kept()).toHaveLength(0);

    const row = await db().report.findUniqueOrThrow({ where: { ref: filed.ref }, include: { tokens: true } });
    expect(row.receivedAt.toISOString()).toBe(filed.receivedAt);
    expect(row.receivedAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(row.tokens[0]?.id).toBe(tokenIdOf('tracking', filed.trackingPath.slice('/track/'.length)));
    const [event] = await readSubjectEvents('report', row.id);
    expect(event?.data).toMatchObject({ spooled: true });
    expect(await acceptReport(visitor(), sent)).toMatchObject({ ref: filed.ref, spooled: false });
  });

  test('it is one report when the process dies after storing and before deleting', async () => {
    await away();
    const filed = await acceptReport(visitor(), fromForm());
    await back();
    const [file = ''] = kept();
    const { context, admission } = readSpooled((await spool().folder.get(file.replace('.report', ''))) ?? '');
    await fileAdmitted(context as Parameters<typeof fileAdmitted>[0], admission);
    expect(await replaySpool()).toBe(1);
    expect(await db().report.count({ where: { ref: filed.ref } })).toBe(1);
  });

  test('a report taken by two machines is one report, and both links open it', async () => {
    await away();
    const sent = fromForm();
    const first = await acceptReport(visitor(), sent);
    const other = mkdtempSync(join(tmpdir(), 'standby-spool-'));
    spool.put(new Spool(other));
    const second = await acceptReport(visitor(), sent);
    expect(second.ref).toBe(first.ref);
    expect(second.trackingPath).not.toBe(first.trackingPath);
    await back();
    await replaySpool(new Spool(folder));
    await replaySpool(new Spool(other));
    rmSync(other, { recursive: true });
    const row = await db().report.findUniqueOrThrow({ where: { ref: first.ref }, include: { tokens: true } });
    const links = [first, second].map((filed) =>
      tokenIdOf('tracking', filed.trackingPath.slice('/track/'.length)),
    );
    expect(row.tokens.map((token) => token.id).sort()).toEqual(links.sort());
  });

  test('a report that the version before kept is stored whole', async () => {
    const ctx = visitor();
    const sent = fromForm({ affectedWhere: 'Eastgate', affected: 'A_FEW' });
    await letIn(ctx, sent, async (admission) => {
      const { affectedWhere: where, ...input } = admission.input;
      const { actor, requestId } = ctx;
      const text = { context: { actor, requestId }, admission: { ...admission, input: { ...input, where } } };
      await spool().folder.put('before', JSON.stringify(text));
      return { trackingPath: '/track/before' as const };
    });
    expect(await replaySpool()).toBe(1);
    expect(await db().report.findFirst({ where: { clientKey: sent.clientKey ?? '' } })).toMatchObject({
      affected: 'A_FEW',
      affectedWhere: 'Eastgate',
    });
  });

  test('what it names wrongly does not keep it from being stored', async () => {
    await away();
    const filed = await acceptReport(visitor(), fromForm({ incidentRef: 'INC-99999' }));
    await back();
    await replaySpool();
    expect(await db().report.findUnique({ where: { ref: filed.ref } })).toMatchObject({ state: 'NEW' });
  });

  test('another text under the same key is refused, and so is a text that is wrong', async () => {
    await away();
    const sent = fromForm();
    await acceptReport(visitor(), sent);
    await expect(acceptReport(visitor(), { ...sent, description: 'Another.' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(acceptReport(visitor(), fromForm({ description: '' }))).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(kept()).toHaveLength(1);
  });
});

describe('the spool', () => {
  test('is for its owner alone and shows nothing of the text', async () => {
    await away();
    await acceptReport(visitor(), fromForm({ description: 'The word is kingfisher.' }));
    const [file = ''] = kept();
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, file)).includes('kingfisher')).toBe(false);
  });

  test('is capped per network and in bytes, and says so', async () => {
    const ctx = visitor();
    const small = new Spool(folder, { bytes: 12_000, perBlock: 2 });
    const keep = async (who = ctx) => await keepIn(small, who, fromForm());
    await keep();
    await keep();
    await expect(keep()).rejects.toMatchObject({ code: 'unavailable', retryAfter: 60 });
    await keep(visitor());
    const fill = async () => {
      for (let count = 0; count < 20; count += 1) await keep(visitor());
    };
    await expect(fill()).rejects.toMatchObject({ code: 'unavailable' });
    expect(kept().length).toBeLessThan(20);
  });

  test('holds no more bytes than it may, in whatever script and however many come at once', async () => {
    const small = new Spool(folder, { bytes: 20_000, perBlock: 200 });
    const keep = async () => {
      const who = visitor();
      return await keepIn(small, who, fromForm({ description: '漢'.repeat(900) }));
    };
    const answers = await Promise.allSettled(Array.from({ length: 20 }, keep));
    const stored = answers.filter(({ status }) => status === 'fulfilled').length;
    expect(stored).toBeGreaterThan(2);
    expect(kept()).toHaveLength(stored);
    expect(await small.folder.bytes()).toBeLessThanOrEqual(20_000);
  });

  test('counts one that was sent twice at once as one', async () => {
    const small = new Spool(folder, { bytes: 64_000, perBlock: 2 });
    const ctx = visitor();
    const store = async (raw: FileReportRaw) => await keepIn(small, ctx, raw);
    const twice = fromForm();
    await Promise.all([store(twice), store(twice)]);
    expect(kept()).toHaveLength(1);
    await store(fromForm());
    await expect(store(fromForm())).rejects.toMatchObject({ code: 'unavailable' });
    expect(kept()).toHaveLength(2);
  });

  test('answers honestly when it cannot be written', async () => {
    const blocked = join(folder, 'no-folder');
    writeFileSync(blocked, '');
    const broken = new Spool(join(blocked, 'spool'));
    await expect(keepIn(broken, visitor(), fromForm())).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('sets a damaged file aside and goes on with the others', async () => {
    await away();
    await acceptReport(visitor(), fromForm());
    await acceptReport(visitor(), fromForm());
    writeFileSync(join(folder, kept()[0] ?? ''), 'damaged');
    await back();
    expect(await replaySpool()).toBe(1);
    expect(readdirSync(folder).filter((file) => file.endsWith('.unreadable'))).toHaveLength(1);
  });
});

test('loses no acknowledged report to kill -9', async () => {
  const env = { ...process.env, DATABASE_URL: await deadAddress(), STANDBY_DATA_DIR: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/spool/testing/accepting-process.ts'], {
    env,
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.split('\n').length > 25) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  const acknowledged = said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as FiledReport);
  expect(acknowledged.length).toBeGreaterThan(20);
  await back();
  await replaySpool(new Spool(join(folder, 'spool')));
  const stored = await db().report.findMany({ where: { ref: { in: acknowledged.map(({ ref }) => ref) } } });
  expect(stored).toHaveLength(acknowledged.length);
});
