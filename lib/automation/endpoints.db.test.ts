import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { archiveEndpoint } from './commands/archive';
import { createEndpoint } from './commands/create';
import { editEndpoint } from './commands/edit';
import { rotateEndpointSecret } from './commands/rotate-secret';
import { secretOf } from './endpoint-secret';
import { endpointList } from './queries/list';

testDatabase();

let hanna: Context & { memberId: string };
let ports = 4_000;

beforeAll(async () => {
  hanna = await makeMember('ADMIN', 'Hanna');
});

const given = () => ({ name: 'Front', url: `http://10.0.0.1:${++ports}/live`, mode: 'LIVE' as const });
const rowOf = (id: string) => db().automationEndpoint.findUniqueOrThrow({ where: { id } });

describe('an endpoint', () => {
  test('shows its secret once, and keeps it encrypted', async () => {
    const ctx = { ...hanna, idempotencyKey: newId() };
    const input = given();
    const made = await createEndpoint(ctx, input);
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const row = await rowOf(made.id);
    expect(Buffer.from(row.secret).toString('latin1')).not.toContain(made.secret);
    expect(secretOf(row)).toBe(made.secret);
    expect(await createEndpoint(ctx, input)).toEqual({ id: made.id, version: 1, secret: null });
    expect(JSON.stringify(await endpointList(hanna, {}))).not.toContain('secret');
    expect(JSON.stringify(await db().idempotencyKey.findMany())).not.toContain(made.secret);
    const other = await createEndpoint(hanna, given());
    await db().automationEndpoint.update({ where: { id: other.id }, data: { secret: row.secret } });
    expect(() => secretOf({ ...row, id: other.id })).toThrow(/cannot be read/);
  });

  test('gets a new secret, after which the old one is worth nothing', async () => {
    const made = await createEndpoint(hanna, given());
    const ctx = { ...hanna, idempotencyKey: newId() };
    const turned = await rotateEndpointSecret(ctx, { id: made.id, version: 1 });
    expect(turned.secret).not.toBe(made.secret);
    expect(secretOf(await rowOf(made.id))).toBe(turned.secret);
    expect(await rotateEndpointSecret(ctx, { id: made.id, version: 1 })).toEqual({ ...turned, secret: null });
    await expect(rotateEndpointSecret(hanna, { id: made.id, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test.each([
    'http://10.9.9.9:80/hook',
    'http://10.9.9.9/hook/',
    'https://10.9.9.9:80/HOOK',
    'http://10.9.9.9//hook?drill=1',
    'http://10.9.9.9/%68ook',
    'http://0xa.9.9.9/hook',
  ])('has a place of its own: %s is that of another', async (url) => {
    const place = { name: 'Live one', url: 'http://10.9.9.9/hook', mode: 'LIVE' as const };
    const first = await createEndpoint(hanna, place);
    const drill = { name: 'Drill', url, mode: 'DRILL' as const };
    await expect(createEndpoint(hanna, drill)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Live one (live runs) has this address already.'),
    });
    const own = await createEndpoint(hanna, { ...drill, url: 'http://10.9.9.9/drill' });
    await expect(editEndpoint(hanna, { id: own.id, version: 1, url })).rejects.toMatchObject({
      code: 'conflict',
    });
    for (const { id } of [first, own]) await archiveEndpoint(hanna, { id, version: 1 });
  });

  test('is edited, archived and brought back, unless its place was taken meanwhile', async () => {
    const input = given();
    const { id } = await createEndpoint(hanna, input);
    await editEndpoint(hanna, { id, version: 1, name: 'Front switch', timeoutSeconds: 9 });
    await expect(editEndpoint(hanna, { id, version: 1, name: 'Late' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await archiveEndpoint(hanna, { id, version: 2 });
    const next = await createEndpoint(hanna, { ...input, name: 'The next one' });
    await expect(archiveEndpoint(hanna, { id, version: 3, archived: false })).rejects.toMatchObject({
      message: expect.stringContaining('The next one'),
    });
    await archiveEndpoint(hanna, { id: next.id, version: 1 });
    await archiveEndpoint(hanna, { id, version: 3, archived: false });
    const row = (await endpointList(hanna, {})).find((endpoint) => endpoint.id === id);
    expect(row).toMatchObject({ name: 'Front switch', timeoutSeconds: 9, archivedAt: null, version: 4 });
  });

  test.each(['ftp://10.0.0.1/', 'front', 'http://user:pass@10.0.0.1/'])(
    'refuses the address %s',
    async (url) => {
      await expect(createEndpoint(hanna, { ...given(), url })).rejects.toMatchObject({ code: 'invalid' });
    },
  );
});
