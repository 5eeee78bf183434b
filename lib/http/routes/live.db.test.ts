import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { answerApi } from '@/lib/http/api/dispatch';
import { askApi } from '@/lib/http/testing/ask-api';
import { member } from '@/lib/http/testing/walk/callers';
import { liveHub } from '@/lib/live/hub';
import { mostPagesOfStream } from '@/lib/live/schema';
import type { LiveSink } from '@/lib/live/streams';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { until } from '@/lib/platform/testing/until';
import { fileReport } from '@/lib/reports/commands/file';
import { replyToTeam } from '@/lib/reports/commands/reply';
import { reporterActor } from '@/lib/reports/links/open-link';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';

testDatabase();

const open: (() => Promise<void>)[] = [];
beforeAll(async () => await liveHub().start());
afterAll(async () => {
  for (const close of open) await close();
  await liveHub().stop();
});

/** The events of a stream as they come. */
async function listen(of: string[], headers: Record<string, string> = {}, after = '') {
  const response = await askApi('GET', `/live/browser?of=${of.join(',')}${after}`, { headers });
  expect(response.status).toBe(200);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  open.push(() => reader.cancel());
  const heard: string[] = [];
  const read = async () => {
    for (let text = ''; ; ) {
      const { value, done } = await reader.read();
      if (done) return;
      text += Buffer.from(value).toString();
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      heard.push(...events);
    }
  };
  void read();
  return heard;
}

async function report() {
  const filed = await fileReport(visitor(), fromForm());
  await sequenceAll();
  const token = filed.trackingPath.split('/').at(-1) ?? '';
  const reply = async (text: string) => {
    const { actor } = await reporterActor(token);
    await replyToTeam({ ...visitor(), actor }, { ref: filed.ref, text });
    await sequenceAll();
  };
  return { token, reply };
}

const ofPart = (heard: string[], part: number, type: string) =>
  heard.filter((event) => event.includes(`event: ${type}\n`) && event.includes(`data: ${part}\n`));

test('one stream is for all pages of a browser, and says for which one each hint is', async () => {
  const [own, other] = [await report(), await report()];
  const priya = await member('RESPONDER');
  const of = [`link/${other.token}`, `member/${priya.person.id}`, `link/${own.token}`];
  const heard = await listen(of, priya.headers);
  await until('the greetings', () => [0, 1, 2].every((part) => ofPart(heard, part, 'hello').length === 1));
  await own.reply('It is worse.');
  await until('the hints', () => ofPart(heard, 1, 'hint').length > 0 && ofPart(heard, 2, 'hint').length > 0);
  expect(ofPart(heard, 0, 'hint')).toEqual([]);
});

test('a member who is not signed in and a link that has ended are refused by name, and the rest is heard', async () => {
  const { token } = await report();
  const [priya, tom] = [await member('RESPONDER'), await member('RESPONDER')];
  const user = await member('USER');
  const heard = await listen([`member/${tom.person.id}`, `link/${token}x`, `link/${token}`], priya.headers);
  await until('the greeting', () => ofPart(heard, 2, 'hello').length === 1);
  const refused = heard.filter((event) => event.includes('event: refused'));
  expect(refused).toEqual(['data: 0\nevent: refused', 'data: 1\nevent: refused']);
  const ofUser = await listen([`member/${user.person.id}`], user.headers);
  await until('the refusal', () => ofUser.length === 1);
  expect(ofUser).toEqual(['data: 0\nevent: refused']);
});

test('a new stream tells what happened after the position that is known', async () => {
  const { token, reply } = await report();
  await sequenceAll();
  const first = await listen([`link/${token}`]);
  await until('the greeting', () => ofPart(first, 0, 'hello').length === 1);
  const position = /id: (\d+)/.exec(first[0] ?? '')?.[1];
  await reply('One.');
  await reply('Two.');
  const heard = await listen([`link/${token}`], {}, `&after=${position}`);
  await until('the greeting', () => ofPart(heard, 0, 'hello').length === 1);
  expect(ofPart(heard, 0, 'hint').length).toBeGreaterThanOrEqual(2);
});

test('who leaves before the stream begins keeps no place, whichever way it is left', async () => {
  const { token } = await report();
  const before = liveHub().size;
  const request = {
    method: 'GET',
    path: '/api/v1/live/browser',
    query: `of=link/${token}`,
    headers: new Headers(),
  };
  /** A connection that is closed already, of which nobody hears that it closes, or one that closes at once. */
  const sink = (closed: boolean): LiveSink => {
    let isClosed = closed;
    const onClose = (listener: () => void) => {
      if (closed) return;
      isClosed = true;
      listener();
    };
    return { send: () => true, close: () => {}, onClose, isClosed: () => isClosed };
  };
  for (let time = 0; time < 600; time += 1) {
    const { status, body } = await answerApi({ ...request, body: null });
    expect(status).toBe(200);
    if (typeof body === 'function') await body(sink(time % 2 === 0));
  }
  expect(liveHub().size).toBe(before);
});

const pages = (count: number) => Array.from({ length: count }, (_, index) => `link/${index}`).join(',');

test.each([
  '',
  'of=',
  'of=everything',
  'of=link/a&after=yesterday',
  'of=link/a,link/a',
  `of=${pages(mostPagesOfStream + 1)}`,
])('“%s” is answered by a sentence', async (query) => {
  const response = await askApi('GET', `/live/browser?${query}`);
  expect(response.status).toBe(422);
});
