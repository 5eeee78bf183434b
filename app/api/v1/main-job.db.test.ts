import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { filed } from '@/lib/incidents/testing/declared';
import { keyMark } from '@/lib/members/key-schema';
import { sha256 } from '@/lib/platform/canonical';
import { newId, newSecret } from '@/lib/platform/ids';
import { makeService } from '@/lib/reports/testing/people-and-incidents';

testDatabase();

const key = keyMark + newSecret();
let shop: string;

beforeAll(async () => {
  shop = await makeService('shop');
  await db().apiKey.create({
    data: { id: newId(), hash: sha256(key), prefix: 'test', name: 'Night shift', role: 'RESPONDER' },
  });
});

type Handler = (request: Request, params: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Routes = Record<string, unknown>;

/** Calls a route as a program would: with a key, its method, its path parameters and a JSON body. */
async function call(
  routes: Promise<Routes>,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  params: Record<string, string> = {},
  body?: unknown,
) {
  const handler = (await routes)[method] as Handler;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await handler(new Request('http://standby.test/api/v1', init), {
    params: Promise.resolve(params),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

const next = { minutes: 30 };

describe('the main job by API key', () => {
  it('reads the queue, declares, tells, grades, resolves and closes', async () => {
    const report = await filed('shop', { experience: 'SLOW_OR_PARTS' });
    const queue = await call(import('./triage/route'), 'GET');
    expect(queue.body).toMatchObject({ waiting: 1, rows: [{ ref: report.ref, version: 1 }] });
    const read = await call(import('./triage/reports/[ref]/route'), 'GET', { ref: report.ref });
    expect(read.body).toMatchObject({ ref: report.ref, claimed: 'SEVERE', decided: null });
    const made = await call(
      import('./incidents/route'),
      'POST',
      {},
      {
        title: 'The shop is slow',
        severity: 'SEVERE',
        services: [{ serviceId: shop }],
        report: { id: report.id, version: 1 },
        next,
      },
    );
    expect(made).toMatchObject({ status: 201, body: { stage: 'TRIAGED', version: 1 } });
    const { ref } = made.body as unknown as { ref: string };
    const update = { audience: 'PUBLIC', text: 'We restart it now.', next, stage: 'INVESTIGATING' };
    const posted = await call(import('./incidents/[ref]/updates/route'), 'POST', { ref }, update);
    expect(posted).toMatchObject({ status: 201, body: { stage: 'INVESTIGATING', version: 2 } });
    const { updateId } = posted.body as unknown as { updateId: string };
    const edit = { revision: 1, text: 'We restart it at 14:30.', reason: 'With its time.' };
    expect(await call(import('./updates/[id]/route'), 'PATCH', { id: updateId }, edit)).toMatchObject({
      status: 200,
    });
    const revisions = await call(import('./updates/[id]/route'), 'GET', { id: updateId });
    expect(revisions.body).toMatchObject({ revision: 2, revisions: [{ number: 2 }, { number: 1 }] });
    const grade = { severity: 'CRITICAL', reason: 'It is gone altogether.' };
    expect(await call(import('./incidents/[ref]/regrade/route'), 'POST', { ref }, grade)).toMatchObject({
      body: { severity: 'CRITICAL' },
    });
    const path = { ref, serviceId: shop };
    const status = { status: 'PARTIAL_OUTAGE', reason: 'Reading works.' };
    expect(
      (await call(import('./incidents/[ref]/services/[serviceId]/route'), 'PATCH', path, status)).status,
    ).toBe(200);
    const last = { text: 'It works again.', reason: 'The restart was enough.' };
    expect(await call(import('./incidents/[ref]/resolve/route'), 'POST', { ref }, last)).toMatchObject({
      body: { stage: 'RESOLVED' },
    });
    expect(await call(import('./incidents/[ref]/close/route'), 'POST', { ref }, {})).toMatchObject({
      body: { stage: 'CLOSED' },
    });
    const view = await call(import('./incidents/[ref]/route'), 'GET', { ref });
    expect(view.body).toMatchObject({ ref, stage: 'CLOSED', manager: null, reports: { count: 1, asked: 1 } });
    const timeline = await call(import('./incidents/[ref]/timeline/route'), 'GET', { ref });
    const { items } = timeline.body as unknown as { items: { who: { name: string }; sentence: string }[] };
    expect(items[0]).toMatchObject({ who: { name: 'API key “Night shift”' }, sentence: 'Closed' });
  });

  it('is told as a problem document who was first, and that a closed incident takes no update', async () => {
    const report = await filed('shop');
    const decide = { version: 1, reason: 'It is planned work.' };
    const params = { ref: report.ref };
    expect((await call(import('./triage/reports/[ref]/decline/route'), 'POST', params, decide)).status).toBe(
      200,
    );
    const second = await call(import('./triage/reports/[ref]/ask/route'), 'POST', params, {
      version: 1,
      text: 'Why?',
    });
    expect(second).toMatchObject({
      status: 409,
      body: { title: 'conflict', details: { by: 'API key “Night shift”', act: 'declined', ref: null } },
    });
    const [closed] = await db().incident.findMany({ where: { stage: 'CLOSED' } });
    const update = { audience: 'PUBLIC', text: 'One more word.' };
    const refused = await call(
      import('./incidents/[ref]/updates/route'),
      'POST',
      { ref: closed?.ref ?? '' },
      update,
    );
    expect(refused).toMatchObject({ status: 412, body: { title: 'precondition' } });
    const long = { ...update, text: 'x'.repeat(900_000) };
    expect(
      (await call(import('./incidents/[ref]/updates/route'), 'POST', { ref: closed?.ref ?? '' }, long))
        .status,
    ).toBe(422);
  });
});
