import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { planChoices } from '@/lib/plans/queries/choices';
import { type Context, cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { beginRun } from '@/lib/runs/commands/begin';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import { driveAll } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import { addCase } from '@/lib/suites/commands/add-case';
import { createSuite } from '@/lib/suites/commands/create';
import { recordBaseline } from '@/lib/suites/commands/record-baseline';
import type { CaseInput } from '@/lib/suites/rules/case';
import { startTarget, type Target } from '@/lib/suites/testing/target';

testDatabase();

type Answers = (response: ServerResponse) => void;

const says =
  (status: number, body: object | string = { order: 64 }): Answers =>
  (response) => {
    const isPage = typeof body === 'string';
    response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' });
    response.end(isPage ? body : JSON.stringify(body));
  };
const redirects: Answers = (response) => void response.writeHead(302, { location: '/sign-in' }).end();

let ground: Ground;
let shop: Target;
let onPost: Answers = says(201);
let priya: Context & { memberId: string };

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  ground = await startGround('shop');
  shop = await startTarget((request, response) => {
    if (request.url === '/sign-in') return says(200, '<h1>Sign in</h1>')(response);
    (request.method === 'POST' ? onPost : says(200))(response);
  });
});
afterAll(async () => {
  await ground.stop();
  await shop.stop();
});

const reads: CaseInput = { name: 'The orders', request: { kind: 'HTTP', path: '/orders' } };
const order: CaseInput = {
  name: 'An order',
  request: { kind: 'HTTP', method: 'POST', path: '/orders', body: '{"item":"tea"}', redirects: 2 },
};
const compared = (body: object): CaseInput => ({
  ...order,
  comparison: { kind: 'HTTP', headers: [], body } as never,
});

/** A suite of these cases with its baseline, recorded while a POST is answered so. */
async function suiteOf(cases: CaseInput[], known: Answers): Promise<string> {
  onPost = known;
  const { serviceId } = ground;
  const { id: suiteId } = await createSuite(cliContext(), { serviceId, name: `Suite ${newId()}` });
  for (const one of cases) await addCase(cliContext(), { suiteId, ...one });
  await recordBaseline(cliContext(), { suiteId, address: shop.url });
  return suiteId;
}

/** What a drill with one verification comes to. */
async function verified(suiteId: string) {
  const verification = step('VERIFICATION', { suiteId, address: shop.url, timeoutSeconds: 20 });
  const planId = await planOf(ground.serviceId, [[verification]]);
  const { ref } = await startRun(priya, { planId, mode: 'DRILL' });
  await beginRun(priya, { ref });
  await driveAll();
  const { steps } = await runRead(priya, { ref });
  return { state: steps[0]?.state, sentence: steps[0]?.sentence ?? '' };
}

const open = 'No case writes, so whether it takes orders is not verified.';

describe('a suite says that no case writes, when', () => {
  test.each<[string, CaseInput[], Answers]>([
    ['all of them read', [reads], says(201)],
    ['what writes was refused when the baseline was recorded', [reads, order], says(405)],
    ['what writes was answered 401, as without a password', [reads, order], says(401)],
    ['what writes failed when the baseline was recorded', [reads, order], says(500)],
    ['what writes is content with any page that says 200', [reads, compared({ as: 'NOTHING' })], says(200)],
  ])('%s', async (_, cases, known) => {
    const suiteId = await suiteOf(cases, known);
    expect(await verified(suiteId)).toMatchObject({ state: 'DONE', sentence: expect.stringContaining(open) });
    const { suites } = await planChoices(db(), ground.serviceId);
    expect(suites.find(({ id }) => id === suiteId)?.writes).toBe(0);
  });

  test.each<[string, CaseInput, Answers]>([
    ['its answer is compared', order, says(201)],
    ['its status is one that no page of an error has', compared({ as: 'NOTHING' }), says(201)],
    ['words of it are', compared({ as: 'CONTAINS', texts: ['64'] }), says(200)],
  ])('not when %s', async (_, one, known) => {
    const suiteId = await suiteOf([reads, one], known);
    const { state, sentence } = await verified(suiteId);
    expect([state, sentence.includes(open)]).toEqual(['DONE', false]);
    const { suites } = await planChoices(db(), ground.serviceId);
    expect(suites.find(({ id }) => id === suiteId)?.writes).toBe(1);
  });
});

test.each<[string, Answers]>([
  ['answers 500 to every order', says(500)],
  ['is content with nothing', says(403)],
  ['answers 200 with a page that says sorry', says(200, '<h1>Sorry</h1>')],
  ['leads every order to a page to sign in', redirects],
  ['takes every order for another', says(201, { order: null })],
  [
    'breaks off in the middle',
    (response) => response.writeHead(201, { 'content-length': 90 }).write('{', () => response.destroy()),
  ],
])('a front that %s is not verified', async (_, now) => {
  const suiteId = await suiteOf([reads, order], says(201));
  onPost = now;
  expect(await verified(suiteId)).toMatchObject({ state: 'FAILED' });
});
