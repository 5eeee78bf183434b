import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { filed } from '@/lib/incidents/testing/declared';
import { keyMark } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/audit/canonical-json';
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

/** Calls the API as a program would: with a key and a JSON body. */
async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) {
  const response = await askApi(method, path, { headers: { authorization: `Bearer ${key}` }, body });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

const next = { minutes: 30 };

describe('the main job by API key', () => {
  test('reads the queue, declares, tells, grades, resolves and closes', async () => {
    const report = await filed('shop', { experience: 'SLOW_OR_PARTS' });
    const queue = await call('GET', '/triage');
    expect(queue.body).toMatchObject({ waiting: 1, rows: [{ ref: report.ref, version: 1 }] });
    const read = await call('GET', `/triage/reports/${report.ref}`);
    expect(read.body).toMatchObject({ ref: report.ref, claimedSeverity: 'SEVERE', decided: null });
    const made = await call('POST', '/incidents', {
      title: 'The shop is slow',
      severity: 'SEVERE',
      services: [{ serviceId: shop }],
      report: { id: report.id, version: 1 },
      next,
    });
    expect(made).toMatchObject({ status: 201, body: { stage: 'TRIAGED', version: 1 } });
    const { ref } = made.body as unknown as { ref: string };
    const about = await call('GET', `/incidents/${ref}/reports`);
    expect(about).toMatchObject({ status: 200, body: { rows: [{ ref: report.ref }] } });
    const update = { audience: 'PUBLIC', text: 'We restart it now.', next, stage: 'INVESTIGATING' };
    const posted = await call('POST', `/incidents/${ref}/updates`, update);
    expect(posted).toMatchObject({ status: 201, body: { stage: 'INVESTIGATING', version: 2 } });
    const { updateId } = posted.body as unknown as { updateId: string };
    const edit = { version: 1, text: 'We restart it at 14:30.', reason: 'With its time.' };
    expect(await call('PATCH', `/updates/${updateId}`, edit)).toMatchObject({
      status: 200,
    });
    const revisions = await call('GET', `/updates/${updateId}`);
    expect(revisions.body).toMatchObject({ revision: 2, revisions: [{ number: 2 }, { number: 1 }] });
    const grade = { severity: 'CRITICAL', reason: 'It is gone altogether.' };
    expect(await call('POST', `/incidents/${ref}/regrade`, grade)).toMatchObject({
      body: { severity: 'CRITICAL' },
    });
    const status = { status: 'PARTIAL_OUTAGE', reason: 'Reading works.' };
    expect((await call('PATCH', `/incidents/${ref}/services/${shop}`, status)).status).toBe(200);
    const last = { text: 'It works again.', reason: 'The restart was enough.' };
    expect(await call('POST', `/incidents/${ref}/resolve`, last)).toMatchObject({
      body: { stage: 'RESOLVED' },
    });
    expect(await call('POST', `/incidents/${ref}/close`, {})).toMatchObject({
      body: { stage: 'CLOSED' },
    });
    const view = await call('GET', `/incidents/${ref}`);
    expect(view.body).toMatchObject({ ref, stage: 'CLOSED', manager: null, reports: { count: 1, asked: 1 } });
    const timeline = await call('GET', `/incidents/${ref}/timeline`);
    const { items } = timeline.body as unknown as { items: { who: { name: string }; sentence: string }[] };
    expect(items[0]).toMatchObject({ who: { name: 'API key “Night shift”' }, sentence: 'Closed' });
  });

  test('is told as a problem document who was first, and that a closed incident takes no update', async () => {
    const report = await filed('shop');
    const decide = { version: 1, reason: 'It is planned work.' };
    expect((await call('POST', `/triage/reports/${report.ref}/decline`, decide)).status).toBe(200);
    const second = await call('POST', `/triage/reports/${report.ref}/ask`, {
      version: 1,
      text: 'Why?',
    });
    expect(second).toMatchObject({
      status: 409,
      body: {
        title: 'conflict',
        details: { by: 'API key “Night shift”', act: 'Report declined with a reason' },
      },
    });
    const [closed] = await db().incident.findMany({ where: { stage: 'CLOSED' } });
    const update = { audience: 'PUBLIC', text: 'One more word.' };
    const refused = await call('POST', `/incidents/${closed?.ref}/updates`, update);
    expect(refused).toMatchObject({ status: 412, body: { title: 'precondition' } });
    const long = { ...update, text: 'x'.repeat(900_000) };
    expect((await call('POST', `/incidents/${closed?.ref}/updates`, long)).status).toBe(422);
  });
});
