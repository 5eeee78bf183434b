import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { fileReport } from '@/lib/reports/commands/file';
import { fromForm, visitor } from '@/lib/reports/testing/people-and-incidents';

testDatabase();

const tokenOf = (path: string) => path.split('/').at(-1) ?? '';

describe('/api/v1/tracking/:token', () => {
  test('opens one report with its link, to read, to write and to send pictures', async () => {
    const { ref, trackingPath } = await fileReport(visitor(), fromForm());
    const link = `/tracking/${tokenOf(trackingPath)}`;
    const page = await askApi('GET', link);
    expect(await page.json()).toMatchObject({ ref });
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    const reply = { body: { text: 'Still so.', ref: 'R-999999' } };
    expect((await askApi('POST', `${link}/replies`, reply)).status).toBe(201);
    expect(await db().reportMessage.count({ where: { report: { ref } } })).toBe(1);

    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const upload = await askApi('POST', `${link}/files?name=a%22b.png`, { body: new Uint8Array(bytes) });
    const { id: fileId } = await upload.json();
    const download = await askApi('GET', `${link}/files/${fileId}`);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''ab.png",
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-type': 'image/png',
      'cache-control': 'no-store',
    });
    expect((await download.arrayBuffer()).byteLength).toBe(Number(download.headers.get('content-length')));
  });

  test('opens nothing for a link that was not made here, and refuses writes of other sites', async () => {
    expect(await askApi('GET', `/tracking/${'x'.repeat(54)}`)).toMatchObject({ status: 404 });
    const { trackingPath } = await fileReport(visitor(), fromForm());
    const foreign = { headers: { origin: 'https://evil.example' }, body: { text: 'x' } };
    const answer = await askApi('POST', `/tracking/${tokenOf(trackingPath)}/replies`, foreign);
    expect(answer.status).toBe(403);
  });
});
