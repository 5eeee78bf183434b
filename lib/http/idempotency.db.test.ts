import { beforeAll, expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { allowed } from '@/lib/platform/policy';
import { apiRoutes } from '@/lib/routes';
import { type Caller, member } from './testing/walk/callers';
import { eventsSoFar } from './testing/walk/door';
import { sampleOf } from './testing/walk/samples';
import { testWalk } from './testing/walk/test-walk';
import { addressOf } from './testing/walk/verdict';
import { callOf } from './testing/walk/walk';

const door = testWalk();

/** Where the same request sent again is not the same act, with the reason. */
const exceptions: Record<string, string> = {
  'POST /session': 'A secret of a browser is made for whoever shows the password, and stored nowhere.',
  'POST /automation/call-backs/:token': 'The link itself is good for one answer.',
};
/** An act with its reason is refused when it would change nothing: the reason would be of nothing. */
const withReason: Record<string, number> = {
  'PATCH /settings': 412,
  'PATCH /settings/clocks': 412,
  'PATCH /updates/:id': 409,
  'PATCH /incidents/:ref/services/:serviceId': 409,
};
/** A secret is told once, and stored as a hash or sealed: sent again, the answer is the same without it. */
const secrets = ['POST /keys', 'POST /automation/endpoints', 'POST /automation/endpoints/:id/secret'];

const posts = Object.keys(apiRoutes).filter((name) => name.startsWith('POST ') && !(name in exceptions));
let admin: Caller;

beforeAll(async () => {
  admin = await member('ADMIN');
});

const edits = Object.keys(apiRoutes).filter((name) => name.startsWith('PATCH '));
test.each(edits)('%s, done anew when all is so already, writes nothing', async (name) => {
  const sample = sampleOf(name);
  const address = addressOf(name, sample);
  const owner = address.row && !allowed(address.row, admin.actor, false) ? admin : null;
  const made = (await sample.of?.(owner)) ?? {};
  const first = await door.call(admin, callOf(address, sample, made, admin));
  expect(first.status).toBe(200);
  const { version } = JSON.parse(first.body);
  const done = await eventsSoFar();
  const again = await door.call(admin, callOf(address, sample, { ...made, version }, admin));
  expect(again.status).toBe(withReason[name] ?? 200);
  if (!(name in withReason)) expect(JSON.parse(again.body)).toEqual(JSON.parse(first.body));
  expect(await eventsSoFar()).toBe(done);
});

test.each(posts)('%s, sent again under its key, is done once and answered alike', async (name) => {
  const sample = sampleOf(name);
  const address = addressOf(name, sample);
  // Some acts are those of whoever the subject belongs to.
  const owner = address.row && !allowed(address.row, admin.actor, false) ? admin : null;
  const call = callOf(address, sample, (await sample.of?.(owner)) ?? {}, admin);
  const send = () => door.call(admin, { ...call, headers: { 'idempotency-key': key } });
  const key = newId();
  const first = await send();
  const done = await eventsSoFar();
  const again = await send();
  expect(first.status).toBeLessThan(300);
  expect(again.status).toBe(first.status);
  const [told, repeated] = [first, again].map(({ body }) => (body ? JSON.parse(body) : null));
  expect(repeated).toEqual(secrets.includes(name) ? { ...told, secret: null } : told);
  if (secrets.includes(name)) expect(told.secret).toEqual(expect.any(String));
  expect(await eventsSoFar()).toBe(done);
});
