import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { fileReport } from '@/lib/reports/commands/file';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';
import { GET as getPicture } from './files/[fileId]/route';
import { POST as sendPicture } from './files/route';
import { POST as sendReply } from './replies/route';
import { GET as readPage } from './route';

testDatabase();

const json = { 'content-type': 'application/json' };
const tokenOf = (path: string) => path.split('/').at(-1) ?? '';

describe('/api/v1/tracking/[token]', () => {
  const at = (path: string, init: RequestInit = {}) =>
    new Request(`http://standby.test/api/v1/tracking/${path}`, init);
  const params = <T extends object>(given: T) => ({ params: Promise.resolve(given) });

  it('opens one report with its link, to read, to write and to send pictures', async () => {
    const { ref, trackingPath } = await fileReport(visitor(), fromForm());
    const token = tokenOf(trackingPath);
    expect(await (await readPage(at(token), params({ token }))).json()).toMatchObject({ ref });
    const reply = {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ text: 'Still so.', ref: 'R-999999' }),
    };
    expect((await sendReply(at(`${token}/replies`, reply), params({ token }))).status).toBe(201);
    expect(await db().reportMessage.count({ where: { report: { ref } } })).toBe(1);

    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const upload = at(`${token}/files?name=a%22b.png`, { method: 'POST', body: new Uint8Array(bytes) });
    const { id: fileId } = await (await sendPicture(upload, params({ token }))).json();
    const download = await getPicture(at(`${token}/files/${fileId}`), params({ token, fileId }));
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''ab.png",
      'x-content-type-options': 'nosniff',
      'content-type': 'image/png',
      'cache-control': 'no-store',
    });
    expect((await download.arrayBuffer()).byteLength).toBe(Number(download.headers.get('content-length')));
  });

  it('opens nothing for a link that was not made here, and refuses writes of other sites', async () => {
    const token = 'x'.repeat(54);
    expect(await readPage(at(token), params({ token }))).toMatchObject({ status: 404 });
    const { trackingPath } = await fileReport(visitor(), fromForm());
    const own = tokenOf(trackingPath);
    const foreign = at(own, {
      method: 'POST',
      headers: { ...json, origin: 'https://evil.example' },
      body: '{"text":"x"}',
    });
    expect(await sendReply(foreign, params({ token: own }))).toMatchObject({ status: 403 });
  });
});
