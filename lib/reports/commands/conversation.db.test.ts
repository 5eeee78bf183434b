import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { readSubjectEvents } from '@/lib/platform/testing/subject-events';
import { withinOneWindow } from '@/lib/platform/testing/within-one-window';
import { readReport } from '@/lib/reports/queries/read';
import { fromForm, makeMember, reporterOf, visitor } from '@/lib/reports/testing/people-and-incidents';
import { answerReporter } from './answer';
import { fileReport } from './file';
import { markRead } from './mark-read';
import { replyToTeam } from './reply';

testDatabase();

let ref: string;
let id: string;
let reporter: Context;
let farah: Context & { memberId: string };

beforeAll(async () => {
  farah = await makeMember('RESPONDER');
});
beforeEach(newReport);

async function newReport(): Promise<void> {
  ref = (await fileReport(visitor(), fromForm())).ref;
  id = (await db().report.findUniqueOrThrow({ where: { ref } })).id;
  reporter = reporterOf(id);
}

describe('the conversation', () => {
  test('goes both ways, and shows when the other side has read', async () => {
    await answerReporter(farah, { ref, text: 'Did you see “Saved”?' });
    expect(await markRead(reporter, { ref })).toEqual({ messages: 1 });
    await replyToTeam(reporter, { ref, text: 'No.\n\nIt was still spinning.' });
    const view = await readReport(reporter, { ref });
    expect(view.messages).toMatchObject([
      { author: 'PROVIDER', by: 'Farah', text: 'Did you see “Saved”?', readAt: expect.any(String) },
      { author: 'REPORTER', by: null, text: 'No.\n\nIt was still spinning.', readAt: null },
    ]);
    expect(await markRead(farah, { ref })).toEqual({ messages: 1 });
    const types = (await readSubjectEvents('report', id)).map((event) => event.type);
    expect(types).toEqual([
      'report.filed',
      'report.replied',
      'report.messagesRead',
      'report.replied',
      'report.messagesRead',
    ]);
  });

  test('keeps the words of people out of the events', async () => {
    await replyToTeam(reporter, { ref, text: 'Call me, 01632 960 118.' });
    expect(JSON.stringify(await readSubjectEvents('report', id))).not.toContain('01632');
  });

  test('makes one message of a reply that is sent twice at once', async () => {
    const sent = { ref, text: 'No.', clientKey: newId() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => replyToTeam(reporter, sent)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await db().reportMessage.count({ where: { reportId: id } })).toBe(1);
  });

  test('refuses another text, and another author, under the client key of a message', async () => {
    const sent = { ref, text: 'No.', clientKey: newId() };
    await replyToTeam(reporter, sent);
    for (const call of [
      () => replyToTeam(reporter, { ...sent, text: 'Yes.' }),
      () => answerReporter(farah, sent),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await db().reportMessage.count({ where: { reportId: id } })).toBe(1);
  });

  test('brings a report that waited for its reporter back into the queue', async () => {
    await db().report.update({ where: { id }, data: { state: 'WAITING_FOR_REPORTER' } });
    await replyToTeam(reporter, { ref, text: 'Yes, on all of them.' });
    expect(await db().report.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'NEW',
      version: 2,
    });
  });

  test('is closed to everybody else', async () => {
    const stranger = reporterOf(newId());
    await expect(replyToTeam(stranger, { ref, text: 'Hello' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(replyToTeam(visitor(), { ref, text: 'Hello' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(readReport(stranger, { ref })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(answerReporter(reporter, { ref, text: 'Hello' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const user = await makeMember('USER', 'Una');
    await expect(readReport(user, { ref })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('refuses an empty text, one of 1,000,000 characters and an unknown report', async () => {
    await expect(replyToTeam(reporter, { ref, text: ' \n ' })).rejects.toMatchObject({
      fields: { text: [expect.any(String)] },
    });
    const long = 'x'.repeat(1_000_000);
    await expect(replyToTeam(reporter, { ref, text: long })).rejects.toThrow('1,000,000');
    await expect(replyToTeam(reporter, { ref: 'R-999999', text: 'Hello' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('slows down somebody who sends without end', () =>
    withinOneWindow(600, async () => {
      await newReport();
      for (let count = 0; count < 30; count += 1)
        await replyToTeam(reporter, { ref, text: `Message ${count}` });
      await expect(replyToTeam(reporter, { ref, text: 'One more' })).rejects.toMatchObject({
        code: 'rate_limited',
      });
    }));
});
