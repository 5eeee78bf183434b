import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { broughtBack } from '@/lib/http/put-aside';
import { problemSchema } from '@/lib/http/rules/problem';
import { logger } from '@/lib/platform/process/log';
import { ask, type RunningServer, runServer } from '@/lib/web/testing/running-server';

let pages: RunningServer;

/** Stands where Next does: reads the form as Next reads it, and fails where Next would. */
beforeAll(async () => {
  pages = await runServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = { 'content-type': String(request.headers['content-type']) };
    const isForm = headers['content-type'].startsWith('multipart/');
    const form = isForm ? await new Response(Buffer.concat(chunks), { headers }).formData() : null;
    response.end(form ? JSON.stringify([...form.entries()]) : Buffer.concat(chunks));
  });
});
afterAll(() => pages.stop());

const multipart = 'multipart/form-data; boundary=----WebKitFormBoundaryX';
const part = (head: string, value: string) => `------WebKitFormBoundaryX\r\n${head}\r\n\r\n${value}\r\n`;
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const whole = (...parts: string[]) => `${parts.join('')}------WebKitFormBoundaryX--\r\n`;
const bytes = (...values: number[]) => Buffer.from(values).toString('latin1');

async function post(path: string, body: string, headers: Record<string, string>) {
  const length = String(Buffer.byteLength(body, 'latin1'));
  return await ask(pages.port, path, {
    method: 'POST',
    headers: { 'content-length': length, ...headers },
    body: Buffer.from(body, 'latin1') as never,
  });
}

const broken: [what: string, body: string, type?: string][] = [
  ['nothing at all', ''],
  ['no boundary', whole(field('email', 'x')), 'multipart/form-data'],
  ['another boundary', whole(field('email', 'x')), 'multipart/form-data; boundary=other'],
  ['no end', field('email', 'x')],
  ['no head of a part', `------WebKitFormBoundaryX\r\nemail\r\n------WebKitFormBoundaryX--`],
  ['a field without a name', whole(part('Content-Disposition: form-data', 'x'))],
  ['a boundary in the middle of a text', whole(field('email', '----WebKitFormBoundaryX'))],
  ['bytes that are no text', whole(field('email', bytes(0xc3, 0x28)))],
  ['a name that is no text', whole(field(bytes(0xff), 'x'))],
  ['a form of which only the name is there', whole(field('$ACTION_REF_1', ''))],
  ['a form that is not JSON', whole(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '{'))],
  [
    'a form that names what is not there',
    whole(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '{"id":"a","bound":"$@1"}')),
  ],
  ['a form that names a thing of React', whole(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '["$F1"]'))],
  [
    'a form that names itself',
    whole(
      field('$ACTION_REF_1', ''),
      field('$ACTION_1:0', '{"id":"a","bound":"$@1"}'),
      field('$ACTION_1:1', '"$@1"'),
    ),
  ],
  ['more parts than a form has', whole(...Array.from({ length: 300 }, () => field('a', '')))],
  ['more text than a form has fields for', whole(field('email', 'x'.repeat(150_000)))],
  ['a very deep form', whole(field('$ACTION_REF_1', ''), field('$ACTION_1:0', '['.repeat(5_000)))],
  ['fields in an address', 'email=x&password=y', 'application/x-www-form-urlencoded'],
  ['fields in an address, broken', '%zz=%FF&=', 'application/x-www-form-urlencoded'],
  ['plain text', 'x', 'text/plain'],
];

describe.each(['/report', '/sign-in', '/password', '/subscribe', '/track', '/incidents'])('%s', (path) => {
  test.each(broken)('refuses %s with a sentence', async (_, body, type = multipart) => {
    const answer = await post(path, body, { 'content-type': type });
    expect(problemSchema.parse(JSON.parse(answer.body))).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/form.*\.$/),
    });
  });
});

test('a form that a browser sent arrives whole, also in pieces', async () => {
  const long = 'Ü'.repeat(40_000);
  const body = Buffer.from(
    whole(
      field('email', 'dana@example.org'),
      field('text', long),
      part(
        'Content-Disposition: form-data; name="files"; filename="a.png"\r\nContent-Type: image/png',
        '\u0000\r\nx',
      ),
    ),
  ).toString('latin1');
  const answer = await post('/report', body, { 'content-type': multipart });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toEqual([
    ['email', 'dana@example.org'],
    ['text', long],
    ['files', {}],
  ]);
});

test('a file of a form is put aside, found while the form is answered, and let go', async () => {
  const sent = Buffer.alloc(3_000_000, 'ü');
  let stood: File | null = null;
  const page = await runServer(async (request, response) => {
    const headers = { 'content-type': String(request.headers['content-type']) };
    const form = await new Response(Readable.toWeb(request) as ReadableStream, { headers }).formData();
    stood = form.get('files') as File;
    response.end(Buffer.from(await broughtBack(stood)).equals(sent) ? 'whole' : 'spoiled');
  });
  const head = 'Content-Disposition: form-data; name="files"; filename="Ä.png"\r\nContent-Type: image/png';
  const [before, after] = whole(field('email', 'x'), part(head, '|'), field('text', 'y')).split('|');
  const body = Buffer.concat([Buffer.from(before ?? ''), sent, Buffer.from(after ?? '')]);
  const headers = { 'content-type': multipart, 'content-length': body.byteLength };
  const answer = await ask(page.port, '/report', { method: 'POST', headers, body: body as never });
  expect([answer.status, answer.body]).toEqual([200, 'whole']);
  const file = stood as unknown as File;
  expect([file.name, file.size < 100]).toEqual(['Ä.png', true]);
  await expect.poll(async () => (await broughtBack(file)).byteLength).toBe(file.size);
  await page.stop();
});

test.each([
  ['[{"typed":{"name":"$$5"},"refusal":null},"$K1"]', 200],
  ['["$undefined","$K1"]', 200],
  ['["$F7"]', 400],
  ['[', 400],
])('the arguments of a script: %s', async (args, status) => {
  const body = whole(field('1_email', 'x'), field('0', args));
  const headers = { 'content-type': multipart, 'next-action': 'a'.repeat(42) };
  expect((await post('/sign-in', body, headers)).status).toBe(status);
  expect(
    (
      await post('/sign-in', args.replace('"$K1"', '1'), {
        ...headers,
        'content-type': 'text/plain;charset=UTF-8',
      })
    ).status,
  ).toBe(status);
});

test.each([
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'nonsense' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{}, 200],
])('a form that comes with %j is answered %d', async (headers, status) => {
  const given = { 'content-type': multipart, ...(headers as Record<string, string>) };
  const answer = await post('/sign-in', whole(field('email', 'x')), given);
  expect(answer.status).toBe(status);
  if (status === 403) expect(JSON.parse(answer.body).detail).toMatch(/another site/);
});

test('a form of another site is written down', async () => {
  const info = vi.spyOn(logger(), 'info');
  await post('/sign-in', '', { origin: 'https://evil.example' });
  expect(info).toHaveBeenCalledWith({ code: 'forbidden', path: '/sign-in' }, 'a form was refused');
});

test('a mail program ends a subscription from wherever it is', async () => {
  const headers = { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' };
  expect((await post('/subscriptions/abc/unsubscribe', 'List-Unsubscribe=One-Click', headers)).status).toBe(
    200,
  );
});
